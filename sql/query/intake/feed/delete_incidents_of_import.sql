-- Deletes some of the incidents that an import landed, the same ones as listed.
DELETE FROM service_incident
WHERE import_id = ?
ORDER BY incident_id
LIMIT 1000
