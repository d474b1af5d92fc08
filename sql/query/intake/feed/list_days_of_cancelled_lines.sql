-- Lists the days of the lines of some cancelled transactions.
SELECT DISTINCT business_date
FROM cancelled_line
WHERE transaction_id IN (:transactionIds)
