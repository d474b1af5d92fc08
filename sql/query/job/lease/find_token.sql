-- Finds the present token of the lease.
SELECT token
FROM run_lease
WHERE name = 'allegiance'
