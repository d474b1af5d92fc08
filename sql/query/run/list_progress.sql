-- Lists the saved progress of one partition of a step.
SELECT name, value
FROM run_progress
WHERE run_id = ? AND step = ? AND partition_number = ?
