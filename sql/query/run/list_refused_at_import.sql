-- Lists the days of a run of which imports refused lines, with their numbers.
SELECT business_date, refused_at_import
FROM run_day
WHERE run_id = ? AND refused_at_import > 0
ORDER BY business_date
