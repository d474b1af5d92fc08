-- Finds the newest completed run of a job.
SELECT run_id
FROM run
WHERE job = ? AND state = 'COMPLETED'
ORDER BY run_id DESC
LIMIT 1
