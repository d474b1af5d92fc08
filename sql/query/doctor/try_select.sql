-- Tests the right to read a table or view. It reads no row. EXPLAIN would need more rights on a view.
-- The program replaces any_table with the name.
SELECT 1
FROM any_table
WHERE 1 = 0
