-- Counts the customers with at least one purchase day.
SELECT COUNT(*)
FROM purchase_history
WHERE purchase_days > 0
