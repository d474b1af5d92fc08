DELETE FROM run_range
WHERE run_id IN (:runs)
LIMIT 1000
