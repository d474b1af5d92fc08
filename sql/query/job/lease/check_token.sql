-- Gets the token of the lease under a shared lock that is held until the next commit (fencing): writers share it, a takeover
-- waits for it.
SELECT token
FROM run_lease
WHERE name = 'allegiance'
LOCK IN SHARE MODE
