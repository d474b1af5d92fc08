-- The sizes of the days of the same weekday before a date, newest first.
SELECT line_count
FROM business_day
WHERE business_date < ? AND WEEKDAY(business_date) = WEEKDAY(?)
ORDER BY business_date DESC
LIMIT ?
