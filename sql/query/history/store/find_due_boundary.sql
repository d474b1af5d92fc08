-- Finds the due customer at a position in order of customer ids, to split the due histories into partitions.
SELECT customer_id
FROM history_due
ORDER BY customer_id
LIMIT 1 OFFSET ?
