-- Finds the customer at a position among one day's lines in order of customer, to split the day into partitions.
SELECT customer_id
FROM source_transaction
WHERE business_date = ?                                               -- with business_date
WHERE occurred_at >= ? AND occurred_at < DATE_ADD(?, INTERVAL 1 DAY)  -- without business_date
  AND customer_id IS NOT NULL
ORDER BY customer_id
LIMIT 1 OFFSET ?
