-- Lists the currencies of one day's lines in order of their names.
SELECT DISTINCT UPPER(TRIM(currency)) AS currency
FROM source_transaction
WHERE business_date = ?                                               -- with business_date
WHERE occurred_at >= ? AND occurred_at < DATE_ADD(?, INTERVAL 1 DAY)  -- without business_date
  AND currency IS NOT NULL
  AND TRIM(currency) <> ''
ORDER BY currency
