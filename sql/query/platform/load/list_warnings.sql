-- Lists the warnings of the last statement.
SHOW WARNINGS
