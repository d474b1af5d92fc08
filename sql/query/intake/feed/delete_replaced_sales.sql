-- Deletes lines that earlier imports landed of customers at times which an import with --replace contains: all of them, or those
-- without a transaction of their own.
DELETE FROM transaction_line
WHERE (business_date, customer_id, occurred_at) IN (:keys)
  AND import_id <> :importId
  AND (:all OR transaction_id = line_key AND SUBSTRING(line_key, 23, 1) = ':')
