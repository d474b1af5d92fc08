-- Finds the customer with days at a position behind another one in order of customer ids, to go through all of them in batches.
SELECT DISTINCT customer_id
FROM customer_day
WHERE customer_id > ?
ORDER BY customer_id
LIMIT 1 OFFSET ?
