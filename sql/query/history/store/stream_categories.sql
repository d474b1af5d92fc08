-- Streams what every customer bought on each day up to a date in order of customer and day, for training.
SELECT customer_id, TO_DAYS(business_date), products
FROM customer_day
WHERE business_date <= ?
  AND products IS NOT NULL
ORDER BY customer_id, business_date
