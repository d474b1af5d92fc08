-- Inserts the range of customers of one partition of a step.
INSERT INTO run_range (run_id, step, partition_number, from_customer, to_customer)
VALUES (?, ?, ?, ?, ?)
