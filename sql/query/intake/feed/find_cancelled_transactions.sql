-- Finds those of some transactions that are cancelled.
SELECT transaction_id
FROM cancelled_transaction
WHERE transaction_id IN (:transactionIds)
