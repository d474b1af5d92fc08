-- Lists the tables on which the account has a right, without views.
SELECT table_name AS table_name
FROM information_schema.tables
WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'
ORDER BY table_name
