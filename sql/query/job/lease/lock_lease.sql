-- Waits for every commit under way, and lets none begin until the new token stands.
SELECT token
FROM run_lease
WHERE name = 'allegiance'
FOR UPDATE
