-- Finds the first day that was taken in.
SELECT MIN(business_date) AS first_day
FROM business_day
