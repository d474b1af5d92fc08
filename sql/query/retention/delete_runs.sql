-- Deletes some runs.
DELETE FROM run
WHERE run_id IN (:runs)
