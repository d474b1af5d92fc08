-- Counts the incidents that an import landed and that are there.
SELECT COUNT(*)
FROM service_incident
WHERE import_id = ?
