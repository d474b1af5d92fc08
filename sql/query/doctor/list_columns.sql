-- Lists one column of each table, for statements that must name a column.
SELECT table_name AS table_name, MIN(column_name) AS column_name
FROM information_schema.columns
WHERE table_schema = DATABASE()
GROUP BY table_name
