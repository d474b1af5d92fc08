-- The days of the customers whose history is due; one whose days have all gone comes with NULL.
SELECT due.customer_id, TO_DAYS(d.business_date), d.purchase_lines > 0 AS purchase_day, d.spend, d.quantity,
       d.return_lines > 0 AS returned, d.discount_known_lines, d.full_price_lines, d.products
FROM history_due due
LEFT JOIN customer_day d ON d.customer_id = due.customer_id AND d.business_date <= ?
WHERE due.customer_id >= ?
  AND (? IS NULL OR due.customer_id < ?)
ORDER BY due.customer_id, d.business_date
