-- Streams the quarantined lines of source_transaction in order of their days and keys.
SELECT business_date, transaction_id, line_key, reason, run_id
FROM source_rejection
WHERE ? IS NULL OR reason = ?
ORDER BY business_date, transaction_id, line_key
LIMIT ?
