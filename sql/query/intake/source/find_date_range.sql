-- The first and the last day with lines.
SELECT MIN(business_date) AS first_date, MAX(business_date) AS last_date
FROM source_transaction
