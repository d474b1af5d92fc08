-- Gets the token of the lease under an exclusive lock, for servers whose shared locks lock nothing (fencing).
SELECT token
FROM run_lease
WHERE name = 'allegiance'
FOR UPDATE
