-- How many warnings the last statement gave, beyond those that the server keeps the text of.
SHOW COUNT(*) WARNINGS
