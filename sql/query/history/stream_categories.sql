-- Of which categories every customer bought on each day up to a date, for training.
SELECT customer_id, business_date, category
FROM customer_product_day
WHERE business_date <= ?
ORDER BY customer_id, business_date
