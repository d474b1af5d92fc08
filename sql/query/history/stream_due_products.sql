-- What was bought on those days.
SELECT p.customer_id, p.business_date, p.product, p.category, p.purchase_lines
FROM customer_product_day p
JOIN history_due due ON due.customer_id = p.customer_id
WHERE p.business_date <= ?
  AND p.customer_id >= ?
  AND (? IS NULL OR p.customer_id < ?)
ORDER BY p.customer_id, p.business_date
