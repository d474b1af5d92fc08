-- Deletes some partition ranges of runs.
DELETE FROM run_range
WHERE run_id IN (:runs)
LIMIT 1000
