-- Lists the lines of some customers, each at a time, whose file had no transaction for them.
SELECT transaction_id, line_key, content_hash, customer_id, occurred_at, type, import_id
FROM transaction_line
WHERE (business_date, customer_id, occurred_at) IN (:keys)
  AND transaction_id = line_key
