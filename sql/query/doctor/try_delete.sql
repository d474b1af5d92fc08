-- Explaining needs the rights of the statement, and does nothing.
EXPLAIN DELETE FROM any_table
WHERE 1 = 0
