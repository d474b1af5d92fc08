-- Customers with a day that comes into, or falls out of, what the histories look at when their date moves.
INSERT IGNORE INTO history_due (customer_id)
SELECT DISTINCT customer_id
FROM customer_day
WHERE business_date > ? AND business_date <= ?
