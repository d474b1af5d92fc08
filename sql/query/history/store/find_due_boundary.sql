SELECT customer_id
FROM history_due
ORDER BY customer_id
LIMIT 1 OFFSET ?
