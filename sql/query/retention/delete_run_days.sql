-- Deletes some days of runs.
DELETE FROM run_day
WHERE run_id IN (:runs)
LIMIT 1000
