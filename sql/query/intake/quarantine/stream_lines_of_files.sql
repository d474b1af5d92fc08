-- Streams the quarantined lines of files in order of import and line.
SELECT f.file_name, f.kind, r.import_id, f.started_at, r.line_number, r.reason, r.detail, r.transaction_id, r.line_key,
       r.whole AND f.header IS NOT NULL AS replayable, r.line, f.header
FROM import_rejection r
STRAIGHT_JOIN import_file f ON f.import_id = r.import_id
WHERE r.closed_at IS NULL
  AND (? IS NULL OR r.reason = ?)
ORDER BY r.import_id, r.line_number, r.part
LIMIT ?
