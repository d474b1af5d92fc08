-- Deletes one customer's row of one day.
DELETE FROM customer_day
WHERE customer_id = ? AND business_date = ?
