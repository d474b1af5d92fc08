-- With --replace a file's transactions take the place of what earlier imports landed of them.
DELETE FROM transaction_line
WHERE transaction_id IN (:transactionIds) AND import_id <> :importId
