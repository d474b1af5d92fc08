-- Customers with an incident that has become H days old when the histories' date moves.
INSERT INTO history_due (customer_id, whole)
SELECT DISTINCT customer_id, TRUE
FROM service_incident
WHERE occurred_at >= ? AND occurred_at < ?
ON DUPLICATE KEY UPDATE whole = TRUE
