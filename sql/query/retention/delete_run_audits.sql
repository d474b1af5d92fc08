-- Deletes some control totals of runs.
DELETE FROM run_audit
WHERE run_id IN (:runs)
LIMIT 1000
