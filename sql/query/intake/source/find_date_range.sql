-- Finds the first and the last day with lines.
SELECT MIN(business_date) AS first_date, MAX(business_date) AS last_date          -- with business_date
SELECT DATE(MIN(occurred_at)) AS first_date, DATE(MAX(occurred_at)) AS last_date  -- without business_date
FROM source_transaction
