-- Counts the customers with a history.
SELECT COUNT(*)
FROM purchase_history
