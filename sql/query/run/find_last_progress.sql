-- Finds when a run last saved progress.
SELECT MAX(saved_at) AS saved_at
FROM run_progress
WHERE run_id = ?
