SELECT customer_id
FROM purchase_history
ORDER BY customer_id
LIMIT 1 OFFSET ?
