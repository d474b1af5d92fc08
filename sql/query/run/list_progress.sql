SELECT name, value
FROM run_progress
WHERE run_id = ? AND step = ? AND partition_number = ?
