-- Streams the days of some customers up to a date in order of the primary key, with what their returns are taken off by.
SELECT customer_id, TO_DAYS(business_date), purchase_lines > 0 AS purchase_day, spend, quantity, products, receipts, returns
FROM customer_day FORCE INDEX (PRIMARY)
WHERE customer_id IN (?)
  AND business_date <= ?
ORDER BY customer_id, business_date
