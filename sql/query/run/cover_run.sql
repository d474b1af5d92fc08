-- Records that the confirmation of an earlier date covers a run.
UPDATE run
SET confirmed_by = ?, confirmed_reason = ?, confirmed_at = ?, confirmed_date = ?
WHERE run_id = ?
