-- Deletes one customer's history.
DELETE FROM purchase_history
WHERE customer_id = ?
