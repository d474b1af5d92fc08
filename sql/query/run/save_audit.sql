-- Saves one control total of a run.
REPLACE INTO run_audit (run_id, name, expected, actual, balanced)
VALUES (?, ?, ?, ?, ?)
