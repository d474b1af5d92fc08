-- Counts the manifests that an import landed and that are there.
SELECT COUNT(*)
FROM feed_manifest
WHERE import_id = ?
