-- Finds the customer at a position in order of customer ids, to split the histories into partitions.
SELECT customer_id
FROM purchase_history
ORDER BY customer_id
LIMIT 1 OFFSET ?
