-- Whether there is an input view that this user sees: 0 or 1.
SELECT COUNT(*)
FROM information_schema.tables
WHERE table_schema = DATABASE()
  AND table_name = 'source_transaction'
