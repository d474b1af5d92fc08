SELECT MAX(business_date) AS last_day
FROM business_day
