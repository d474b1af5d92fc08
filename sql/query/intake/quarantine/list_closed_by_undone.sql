-- Lists lines of earlier imports that an import which is taken back had closed: they wait again. A line that came again with it
-- and was rejected again waits only if that one was taken back too and not corrected since.
SELECT r.import_id, r.line_number
FROM import_rejection r
JOIN import_file f ON f.import_id = r.import_id
WHERE r.closed_by = :importId
  AND r.closed_how <> 'UNDONE'
  AND f.undo_started_at IS NULL
  AND (r.closed_how <> 'REFUSED_AGAIN' OR EXISTS (
      SELECT 1
      FROM import_rejection own
      WHERE own.text_hash = r.text_hash AND own.import_id = :importId AND own.closed_how = 'UNDONE'))
LIMIT 1000
