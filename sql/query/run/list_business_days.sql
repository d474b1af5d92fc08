SELECT business_date, line_count, amount_sum, checksum
FROM business_day
WHERE business_date >= ? AND business_date <= ?
ORDER BY business_date
