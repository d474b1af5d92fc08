-- What the input view has, to check it against the contract and to see whether it offers business_date. No row: there is no
-- such view. One row without a name: it reads something that is gone. A literal NULL has length 0.
SELECT COALESCE(LOWER(c.column_name), '')      AS column_name,
       COALESCE(LOWER(c.data_type), '')        AS data_type,
       COALESCE(c.character_maximum_length, 1) AS length,
       c.collation_name                        AS collation_name
FROM information_schema.tables t
LEFT JOIN information_schema.columns c ON c.table_schema = t.table_schema AND c.table_name = t.table_name
WHERE t.table_schema = DATABASE()
  AND t.table_name = 'source_transaction'
