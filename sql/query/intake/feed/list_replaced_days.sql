-- Of what earlier imports landed of transactions.
SELECT DISTINCT business_date
FROM transaction_line
WHERE transaction_id IN (:transactionIds) AND import_id <> :importId AND business_date < :before
