SELECT COUNT(*)
FROM history_due
