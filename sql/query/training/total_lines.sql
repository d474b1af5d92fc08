-- Totals the lines up to a date as last taken in, and those of them that were rejected.
SELECT COALESCE(SUM(line_count), 0), COALESCE(SUM(rejected), 0)
FROM business_day
WHERE business_date <= ?
