-- Saves one frozen threshold of a run.
REPLACE INTO run_threshold (run_id, name, value)
VALUES (?, ?, ?)
