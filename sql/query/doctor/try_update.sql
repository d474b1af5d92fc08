-- Tests the right to update a table. EXPLAIN needs the rights of the statement and changes nothing.
-- The program replaces any_table and any_column with names of that table.
EXPLAIN UPDATE any_table
SET any_column = any_column
WHERE 1 = 0
