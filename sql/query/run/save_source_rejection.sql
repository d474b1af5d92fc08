-- Saves one rejected line of source_transaction.
REPLACE INTO source_rejection (business_date, transaction_id, line_key, reason, run_id)
VALUES (?, ?, ?, ?, ?)
