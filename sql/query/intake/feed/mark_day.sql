-- Marks a day that the next run must read again.
REPLACE INTO business_day_again (business_date, after_run)
SELECT ?, COALESCE(MAX(n.run_id), 0)
FROM run n
