-- Marks the whole history of every customer as due.
INSERT INTO history_due (customer_id, whole)
SELECT DISTINCT customer_id, TRUE
FROM customer_day
ON DUPLICATE KEY UPDATE whole = TRUE
