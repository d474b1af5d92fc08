-- Lists some of the incidents that an import landed.
SELECT incident_id, customer_id, occurred_at, kind
FROM service_incident
WHERE import_id = ?
ORDER BY incident_id
LIMIT 1000
