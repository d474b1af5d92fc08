-- Lists some of the transactions that an import cancelled.
SELECT transaction_id
FROM cancelled_transaction
WHERE import_id = ?
ORDER BY transaction_id
LIMIT 500
