-- The days of some customers in a span, in order, which is that of the primary key.
SELECT customer_id, TO_DAYS(business_date), purchase_lines > 0 AS purchase_day, spend, quantity
FROM customer_day FORCE INDEX (PRIMARY)
WHERE customer_id IN (?)
  AND business_date > ? AND business_date <= ?
ORDER BY customer_id, business_date
