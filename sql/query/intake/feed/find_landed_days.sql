-- Finds the first and the last day of which lines have landed.
SELECT MIN(business_date) AS first_day, MAX(business_date) AS last_day
FROM transaction_line
