-- Streams the cancelled transactions, by which an import recognises lines that must not land.
SELECT transaction_id
FROM cancelled_transaction
