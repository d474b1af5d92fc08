-- Sets the state of a run and its message. Any state but RUNNING ends the run.
UPDATE run
SET state = ?, message = ?, ended_at = CASE WHEN ? = 'RUNNING' THEN NULL ELSE UTC_TIMESTAMP(3) END
WHERE run_id = ?
