-- Tests the right to delete from a table. EXPLAIN needs the rights of the statement and changes nothing.
-- The program replaces any_table with the table's name.
EXPLAIN DELETE FROM any_table
WHERE 1 = 0
