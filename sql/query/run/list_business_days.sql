-- Lists the totals of the days taken in within a period in order of the days.
SELECT business_date, line_count, amount_sum, checksum
FROM business_day
WHERE business_date >= ? AND business_date <= ?
ORDER BY business_date
