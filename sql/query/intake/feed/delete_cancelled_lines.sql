-- Deletes the lines of some cancelled transactions.
DELETE FROM cancelled_line
WHERE transaction_id IN (:transactionIds)
