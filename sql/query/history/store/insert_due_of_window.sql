-- Customers with a day that enters or leaves a window when the histories' date moves.
INSERT IGNORE INTO history_due (customer_id, whole)
SELECT DISTINCT customer_id, FALSE
FROM customer_day
WHERE business_date > ? AND business_date <= ?
