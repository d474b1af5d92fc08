-- Counts the quarantined lines of transaction files by day and reason, on some days.
SELECT r.business_date, r.reason, COUNT(*)
FROM import_rejection r
JOIN import_file f ON f.import_id = r.import_id
WHERE r.closed_at IS NULL
  AND f.kind = 'transaction'
  AND r.business_date IN (:days)
GROUP BY r.business_date, r.reason
ORDER BY r.business_date, r.reason
