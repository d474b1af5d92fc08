-- Counts the customers whose history is due.
SELECT COUNT(*)
FROM history_due
