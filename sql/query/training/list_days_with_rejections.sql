-- Lists the days up to a date with rejected lines, in order of the days.
SELECT business_date
FROM business_day
WHERE business_date <= ? AND rejected > 0
ORDER BY business_date
