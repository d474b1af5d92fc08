-- Lists those of some transactions that earlier imports cancelled.
SELECT transaction_id
FROM cancelled_transaction
WHERE transaction_id IN (:transactionIds) AND import_id <> :importId
