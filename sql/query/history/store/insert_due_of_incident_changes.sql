-- Marks the whole history of customers whose incidents were added or changed.
INSERT INTO history_due (customer_id, whole)
SELECT customer_id, TRUE
FROM incident_change
ON DUPLICATE KEY UPDATE whole = TRUE
