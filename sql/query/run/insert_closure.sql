-- Inserts a closure as a run froze it.
INSERT INTO run_closure (run_id, from_date, to_date, found)
VALUES (?, ?, ?, ?)
