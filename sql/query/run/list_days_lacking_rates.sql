-- Days to be read again, because a rate may have come since.
SELECT DISTINCT business_date
FROM source_rejection
WHERE business_date >= ? AND business_date <= ? AND reason = ?
