-- The warnings of the last statement.
SHOW WARNINGS
