REPLACE INTO run_threshold (run_id, name, value)
VALUES (?, ?, ?)
