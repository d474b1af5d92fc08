-- Streams every customer's days up to a date in order of customer and day, for training.
SELECT customer_id, TO_DAYS(business_date), purchase_lines > 0 AS purchase_day, spend, quantity,
       returns IS NOT NULL AS returned
FROM customer_day
WHERE business_date <= ?
ORDER BY customer_id, business_date
