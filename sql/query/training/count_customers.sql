-- Counts the customers who were taken in up to a date.
SELECT COUNT(DISTINCT customer_id)
FROM customer_day
WHERE business_date <= ?
