-- Deletes some frozen thresholds of runs.
DELETE FROM run_threshold
WHERE run_id IN (:runs)
LIMIT 1000
