-- Streams the days of some customers in a period in order of the primary key, to compute their windows.
SELECT customer_id, TO_DAYS(business_date), spend, purchase_lines > 0 AS purchase_day, returns IS NOT NULL AS returned
FROM customer_day FORCE INDEX (PRIMARY)
WHERE customer_id IN (?)
  AND business_date > ? AND business_date <= ?
ORDER BY customer_id, business_date
