-- Deletes the lines that earlier imports landed of transactions which an import with --replace contains.
DELETE FROM transaction_line
WHERE transaction_id IN (:transactionIds) AND import_id <> :importId
