-- Lists the days in a period with lines rejected for a given reason, to read them again after an exchange rate was added.
SELECT DISTINCT business_date
FROM source_rejection
WHERE business_date >= ? AND business_date <= ? AND reason = ?
