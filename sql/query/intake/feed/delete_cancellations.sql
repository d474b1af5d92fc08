-- Deletes the record that some transactions are cancelled.
DELETE FROM cancelled_transaction
WHERE transaction_id IN (:transactionIds)
