-- Lists some of the manifests that an import landed.
SELECT business_date, line_count, amount
FROM feed_manifest
WHERE import_id = ?
ORDER BY business_date
LIMIT 1000
