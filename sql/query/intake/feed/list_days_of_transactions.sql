-- Lists the days of the landed lines of some transactions.
SELECT DISTINCT business_date
FROM transaction_line
WHERE transaction_id IN (:transactionIds)
