-- Counts the input views that this account can see: 0 or 1.
SELECT COUNT(*)
FROM information_schema.tables
WHERE table_schema = DATABASE()
  AND table_name = 'source_transaction'
