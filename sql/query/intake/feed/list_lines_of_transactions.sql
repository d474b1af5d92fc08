-- Lists the lines of some transactions, each on a day.
SELECT transaction_id, line_key, content_hash, customer_id, occurred_at, type, import_id
FROM transaction_line
WHERE (transaction_id, business_date) IN (:keys)
