-- Deletes some of the manifests that an import landed, the same ones as listed.
DELETE FROM feed_manifest
WHERE import_id = ?
ORDER BY business_date
LIMIT 1000
