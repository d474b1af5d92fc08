-- Inserts or replaces one incident.
REPLACE INTO service_incident (incident_id, customer_id, occurred_at, kind, import_id)
VALUES (?, ?, ?, ?, ?)
