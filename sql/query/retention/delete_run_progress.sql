-- Deletes some saved progress of runs.
DELETE FROM run_progress
WHERE run_id IN (:runs)
LIMIT 1000
