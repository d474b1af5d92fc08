-- What the input view has, to check it against the contract and to see whether it offers business_date. No row: there is no
-- such view, or it reads something that is gone. Constants alone: a join here lets a server open the views of all schemas.
SELECT LOWER(column_name)       AS column_name,
       LOWER(data_type)         AS data_type,
       character_maximum_length AS length,
       collation_name           AS collation_name
FROM information_schema.columns
WHERE table_schema = DATABASE()
  AND table_name = 'source_transaction'
ORDER BY ordinal_position
