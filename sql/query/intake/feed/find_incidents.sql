-- Finds the incidents of some keys.
SELECT incident_id, customer_id, occurred_at, kind
FROM service_incident
WHERE (incident_id) IN (:keys)
