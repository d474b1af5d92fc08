-- Lists one customer's days up to a date in order of the days.
SELECT customer_id, TO_DAYS(business_date), purchase_lines > 0 AS purchase_day, spend, quantity,
       returns IS NOT NULL AS returned
FROM customer_day
WHERE customer_id = ? AND business_date <= ?
ORDER BY business_date
