DELETE FROM purchase_history
WHERE customer_id = ?
