-- Streams the purchase days of some customers in a period in order of the primary key, to compute their windows.
SELECT customer_id, TO_DAYS(business_date), spend
FROM customer_day FORCE INDEX (PRIMARY)
WHERE customer_id IN (?)
  AND business_date > ? AND business_date <= ?
  AND purchase_lines > 0
ORDER BY customer_id, business_date
