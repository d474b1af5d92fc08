-- Finds the manifests of some days.
SELECT business_date, line_count, amount
FROM feed_manifest
WHERE (business_date) IN (:keys)
