-- Customers of incidents that landed or changed.
INSERT IGNORE INTO history_due (customer_id)
SELECT customer_id
FROM incident_change
