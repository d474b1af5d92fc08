-- Lists the number of lines of each day with a line up to a date, as last taken in.
SELECT business_date, line_count
FROM business_day
WHERE business_date <= ? AND line_count > 0
