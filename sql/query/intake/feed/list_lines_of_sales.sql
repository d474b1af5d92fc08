-- Lists the lines of some customers, each at a time.
SELECT transaction_id, line_key, content_hash, customer_id, occurred_at, type, import_id
FROM transaction_line
WHERE (business_date, customer_id, occurred_at) IN (:keys)
