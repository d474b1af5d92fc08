-- The customer at whom the lines of a day fall into two parts of given sizes.
SELECT customer_id
FROM source_transaction
WHERE business_date = ?
  AND customer_id IS NOT NULL
ORDER BY customer_id
LIMIT 1 OFFSET ?
