-- Deletes some day counts of runs.
DELETE FROM run_day_count
WHERE run_id IN (:runs)
LIMIT 1000
