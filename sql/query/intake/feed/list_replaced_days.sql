-- Lists the days before a date of lines that earlier imports landed of transactions which an import with --replace contains.
SELECT DISTINCT business_date
FROM transaction_line
WHERE transaction_id IN (:transactionIds) AND import_id <> :importId AND business_date < :before
