-- Counts the quarantined lines without a readable date of transaction files that span any day from one to another, by file and
-- reason.
SELECT f.import_id, f.first_day, f.last_day, r.reason, COUNT(*) AS refused
FROM import_rejection r
JOIN import_file f ON f.import_id = r.import_id
WHERE r.closed_at IS NULL
  AND r.business_date IS NULL
  AND f.kind = 'transaction'
  AND f.last_day >= ?
  AND f.first_day <= ?
GROUP BY f.import_id, f.first_day, f.last_day, r.reason
ORDER BY f.import_id, r.reason
