-- Lists the columns of all tables and views on which the account has a right, and its rights there: select,insert,update,references.
SELECT table_name AS table_name, column_name AS column_name, privileges AS rights
FROM information_schema.columns
WHERE table_schema = DATABASE()
