-- The fence: shared with other writers, in conflict with a takeover, held until the commit that follows.
SELECT token
FROM run_lease
WHERE name = 'allegiance'
LOCK IN SHARE MODE
