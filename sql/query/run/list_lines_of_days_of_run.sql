-- Lists the number of lines of each day with a line up to a run's date: of the days that it reads as it planned them, of the
-- others as last taken in.
SELECT d.business_date, d.line_count
FROM run_day d
WHERE d.run_id = ? AND d.line_count > 0
UNION ALL
SELECT b.business_date, b.line_count
FROM business_day b
WHERE b.business_date <= ? AND b.line_count > 0
  AND NOT EXISTS (SELECT 1 FROM run_day d WHERE d.run_id = ? AND d.business_date = b.business_date)
