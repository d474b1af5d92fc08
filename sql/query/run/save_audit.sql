REPLACE INTO run_audit (run_id, name, expected, actual, balanced)
VALUES (?, ?, ?, ?, ?)
