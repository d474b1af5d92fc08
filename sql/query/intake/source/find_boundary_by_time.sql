-- For a view without business_date: the customer at whom the lines of a day fall into two parts of given sizes.
SELECT customer_id
FROM source_transaction
WHERE occurred_at >= ?
  AND occurred_at < DATE_ADD(?, INTERVAL 1 DAY)
  AND customer_id IS NOT NULL
ORDER BY customer_id
LIMIT 1 OFFSET ?
