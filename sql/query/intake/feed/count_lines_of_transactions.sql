-- Counts the landed lines of some transactions, and those among them that one import landed.
SELECT COUNT(*) AS landed, COALESCE(SUM(import_id = :importId), 0) AS own
FROM transaction_line
WHERE transaction_id IN (:transactionIds)
