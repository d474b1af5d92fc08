SELECT COUNT(*)
FROM purchase_history
WHERE purchase_days > 0
