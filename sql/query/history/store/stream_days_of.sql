-- Streams the days of some customers up to a date in order of the primary key. A join with history_due would make the server
-- sort the rows with their products.
SELECT customer_id, TO_DAYS(business_date), purchase_lines > 0 AS purchase_day, spend, quantity,
       discount_known_lines, full_price_lines, products, receipts, returns
FROM customer_day FORCE INDEX (PRIMARY)
WHERE customer_id IN (?)
  AND business_date <= ?
ORDER BY customer_id, business_date
