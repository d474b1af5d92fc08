-- Reads no row, and is refused where the right to read is missing. Explaining it would need more rights on a view.
SELECT 1
FROM any_table
WHERE 1 = 0
