-- Marks the days with rejected lines, so that the next night reads them again.
REPLACE INTO business_day_again (business_date, after_run)
SELECT DISTINCT s.business_date, (SELECT COALESCE(MAX(n.run_id), 0) FROM run n)
FROM source_rejection s
WHERE ? IS NULL OR s.reason = ?
