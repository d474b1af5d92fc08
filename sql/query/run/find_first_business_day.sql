-- Finds the first day that was taken in and had a line. Days whose lines were all taken back have none.
SELECT MIN(business_date) AS first_day
FROM business_day
WHERE line_count > 0
