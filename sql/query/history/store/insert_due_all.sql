-- Marks the whole history of every customer of a range as due.
INSERT INTO history_due (customer_id, whole)
SELECT DISTINCT customer_id, TRUE
FROM customer_day
WHERE customer_id > ? AND (? IS NULL OR customer_id <= ?)
ON DUPLICATE KEY UPDATE whole = TRUE
