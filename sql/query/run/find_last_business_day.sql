-- Finds the last day that was taken in.
SELECT MAX(business_date) AS last_day
FROM business_day
