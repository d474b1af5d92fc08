-- Counts the warnings of the last statement, including those whose text the server does not keep.
SHOW COUNT(*) WARNINGS
