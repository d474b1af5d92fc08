REPLACE INTO run_progress (run_id, step, partition_number, name, value)
VALUES (?, ?, ?, ?, ?)
