-- Deletes closures that runs froze.
DELETE FROM run_closure
WHERE run_id IN (:runs)
LIMIT 1000
