-- Customers with a day that comes in, or falls out, when the histories' date moves.
INSERT INTO history_due (customer_id, whole)
SELECT DISTINCT customer_id, TRUE
FROM customer_day
WHERE business_date > ? AND business_date <= ?
ON DUPLICATE KEY UPDATE whole = TRUE
