-- Lists one value of the saved progress of a step in order of its partitions.
SELECT value
FROM run_progress
WHERE run_id = ? AND step = ? AND name = ?
ORDER BY partition_number
