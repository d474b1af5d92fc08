-- Streams the quarantined lines of files with all that a replay needs in order of import and line.
SELECT r.import_id, f.kind, f.header, r.line_number, r.part, r.reason, r.detail, r.whole, r.line
FROM import_rejection r
STRAIGHT_JOIN import_file f ON f.import_id = r.import_id
WHERE r.closed_at IS NULL
  AND (? IS NULL OR r.reason = ?)
ORDER BY r.import_id, r.line_number, r.part
