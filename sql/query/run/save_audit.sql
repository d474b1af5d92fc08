-- Saves one control total of an audit of a run.
INSERT INTO run_audit (run_id, audit, name, expected, actual, balanced)
VALUES (?, ?, ?, ?, ?, ?)
