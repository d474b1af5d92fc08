-- Locks the lease for a takeover: it waits for every open commit and blocks new ones until the new token is committed.
SELECT token
FROM run_lease
WHERE name = 'allegiance'
FOR UPDATE
