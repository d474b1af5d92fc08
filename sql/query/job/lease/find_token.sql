SELECT token
FROM run_lease
WHERE name = 'allegiance'
