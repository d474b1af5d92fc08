-- Deletes the landed lines of some transactions.
DELETE FROM transaction_line
WHERE transaction_id IN (:transactionIds)
