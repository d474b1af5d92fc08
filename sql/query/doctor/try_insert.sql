-- Tests the right to insert into a table. EXPLAIN needs the rights of the statement and changes nothing.
-- The program replaces any_table with the table's name.
EXPLAIN INSERT INTO any_table
SELECT *
FROM any_table
WHERE 1 = 0
