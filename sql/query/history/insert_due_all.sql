INSERT IGNORE INTO history_due (customer_id)
SELECT DISTINCT customer_id
FROM customer_day
