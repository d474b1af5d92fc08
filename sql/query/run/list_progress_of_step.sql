SELECT value
FROM run_progress
WHERE run_id = ? AND step = ? AND name = ?
ORDER BY partition_number
