-- Lists the rejected lines of earlier imports with the same file name and header, where some of their lines are quarantined.
SELECT r.import_id, r.line_number, r.part
FROM import_file n
JOIN import_file e ON e.kind = n.kind AND e.file_name = n.file_name AND e.header = n.header AND e.import_id < n.import_id
JOIN import_rejection r ON r.import_id = e.import_id
WHERE n.import_id = ?
  AND e.content_sum IS NOT NULL
  AND EXISTS (SELECT 1 FROM import_rejection w WHERE w.closed_at IS NULL AND w.import_id = e.import_id)
LIMIT ?
