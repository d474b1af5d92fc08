-- Marks a run as abandoned.
UPDATE run
SET state = 'ABANDONED', abandoned_by = ?, abandoned_reason = ?, ended_at = UTC_TIMESTAMP(3)
WHERE run_id = ?
