-- For a view without business_date: the currencies of a day's lines, as they came.
SELECT DISTINCT UPPER(TRIM(currency)) AS currency
FROM source_transaction
WHERE occurred_at >= ?
  AND occurred_at < DATE_ADD(?, INTERVAL 1 DAY)
  AND currency IS NOT NULL
  AND TRIM(currency) <> ''
ORDER BY currency
