-- Marks the whole history of customers with a return that becomes H days old when the date of the histories changes.
INSERT INTO history_due (customer_id, whole)
SELECT DISTINCT customer_id, TRUE
FROM customer_day
WHERE business_date > ? AND business_date <= ?
  AND return_lines > 0
ON DUPLICATE KEY UPDATE whole = TRUE
