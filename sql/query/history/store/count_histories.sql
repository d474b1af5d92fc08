SELECT COUNT(*)
FROM purchase_history
