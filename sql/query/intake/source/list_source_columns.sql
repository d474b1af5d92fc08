-- Lists the columns of the input view, to check the input contract and to see whether it has business_date. No row means that
-- the view does not exist or is invalid. The conditions are constants: a join would make a server open the views of all schemas.
SELECT LOWER(column_name)       AS column_name,
       LOWER(data_type)         AS data_type,
       character_maximum_length AS length,
       collation_name           AS collation_name
FROM information_schema.columns
WHERE table_schema = DATABASE()
  AND table_name = 'source_transaction'
ORDER BY ordinal_position
