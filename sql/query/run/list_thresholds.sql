SELECT name, value
FROM run_threshold
WHERE run_id = ?
