-- Counts the days of source_transaction with quarantined lines, and those lines.
SELECT COUNT(DISTINCT business_date), COUNT(*)
FROM source_rejection
WHERE ? IS NULL OR reason = ?
