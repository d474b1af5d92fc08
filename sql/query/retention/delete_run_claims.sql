-- Deletes partitions of runs that somebody worked on.
DELETE FROM run_claim
WHERE run_id IN (:runs)
LIMIT 1000
