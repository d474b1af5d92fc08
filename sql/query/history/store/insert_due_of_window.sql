-- Marks the windows of customers with a day that enters or leaves a window when the date of the histories changes.
-- A customer whose whole history is due keeps that mark.
INSERT IGNORE INTO history_due (customer_id, whole)
SELECT DISTINCT customer_id, FALSE
FROM customer_day
WHERE business_date > ? AND business_date <= ?
