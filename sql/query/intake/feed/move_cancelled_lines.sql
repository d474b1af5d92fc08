-- Copies the landed lines of some transactions to those that no night reads.
INSERT IGNORE INTO cancelled_line (business_date, customer_id, transaction_id, line_key, occurred_at, type, amount, currency, quantity, discount,
    category, product, store, channel, content_hash, import_id)
SELECT business_date, customer_id, transaction_id, line_key, occurred_at, type, amount, currency, quantity, discount,
    category, product, store, channel, content_hash, import_id
FROM transaction_line
WHERE transaction_id IN (:transactionIds)
