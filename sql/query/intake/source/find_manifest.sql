-- Finds the manifest of one day.
SELECT business_date, line_count, amount
FROM feed_manifest
WHERE business_date = ?
