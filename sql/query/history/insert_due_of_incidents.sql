-- Customers with an incident that has become H days old when the histories' date moves.
INSERT IGNORE INTO history_due (customer_id)
SELECT DISTINCT customer_id
FROM service_incident
WHERE occurred_at >= ? AND occurred_at < ?
