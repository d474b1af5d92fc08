-- The days of source_transaction of which lines wait, and those lines.
SELECT COUNT(DISTINCT business_date), COUNT(*)
FROM source_rejection
WHERE ? IS NULL OR reason = ?
