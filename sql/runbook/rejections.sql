-- The quarantined lines and their reasons: lines of files by the import that rejected them, lines of source_transaction by their
-- day. 'allegiance rejects' shows the same and how to correct each. Closed lines stay in import_rejection.
SELECT 'file' AS came_from, f.file_name AS name, r.reason, COUNT(*) AS rejected_lines, MIN(r.line_number) AS first_line
FROM import_rejection r
JOIN import_file f ON f.import_id = r.import_id
WHERE r.closed_at IS NULL
GROUP BY f.import_id, f.file_name, r.reason
UNION ALL
SELECT 'source_transaction', CAST(s.business_date AS CHAR), s.reason, COUNT(*), NULL
FROM source_rejection s
GROUP BY s.business_date, s.reason
ORDER BY rejected_lines DESC
LIMIT 100;
