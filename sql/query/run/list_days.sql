-- Lists the days that a run takes in, in order of the days.
SELECT business_date, line_count, amount_sum, checksum
FROM run_day
WHERE run_id = ?
ORDER BY business_date
