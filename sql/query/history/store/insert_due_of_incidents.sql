-- Marks the whole history of customers with an incident that becomes H days old when the date of the histories changes.
INSERT INTO history_due (customer_id, whole)
SELECT DISTINCT customer_id, TRUE
FROM service_incident
WHERE occurred_at >= ? AND occurred_at < ?
ON DUPLICATE KEY UPDATE whole = TRUE
