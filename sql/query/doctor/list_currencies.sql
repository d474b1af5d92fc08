-- The currencies of a day's lines, as they came.
SELECT DISTINCT UPPER(TRIM(currency)) AS currency
FROM source_transaction
WHERE business_date = ?
  AND currency IS NOT NULL
  AND TRIM(currency) <> ''
ORDER BY currency
