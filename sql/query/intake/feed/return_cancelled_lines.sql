-- Copies the lines of some cancelled transactions back to those that nights read.
INSERT IGNORE INTO transaction_line (business_date, customer_id, transaction_id, line_key, occurred_at, type, amount, currency, quantity, discount,
    category, product, store, channel, content_hash, import_id)
SELECT business_date, customer_id, transaction_id, line_key, occurred_at, type, amount, currency, quantity, discount,
    category, product, store, channel, content_hash, import_id
FROM cancelled_line
WHERE transaction_id IN (:transactionIds)
