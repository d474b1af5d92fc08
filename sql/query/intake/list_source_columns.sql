-- What the input view has, to check it against the contract and to see whether it offers business_date.
SELECT LOWER(column_name) AS column_name, collation_name
FROM information_schema.columns
WHERE table_schema = DATABASE()
  AND table_name = 'source_transaction'
