-- Explaining needs the rights of the statement, and does nothing.
EXPLAIN INSERT INTO any_table
SELECT *
FROM any_table
WHERE 1 = 0
