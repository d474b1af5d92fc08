-- Explaining needs the rights of the statement, and does nothing.
EXPLAIN UPDATE any_table
SET any_column = any_column
WHERE 1 = 0
