-- For a view without business_date: the first and the last day with lines.
SELECT DATE(MIN(occurred_at)) AS first_date, DATE(MAX(occurred_at)) AS last_date
FROM source_transaction
