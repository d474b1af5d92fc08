-- The purchase days of some customers in a span, in order, which is that of the primary key: what windows are folded from.
SELECT customer_id, TO_DAYS(business_date), spend
FROM customer_day FORCE INDEX (PRIMARY)
WHERE customer_id IN (?)
  AND business_date > ? AND business_date <= ?
  AND purchase_lines > 0
ORDER BY customer_id, business_date
