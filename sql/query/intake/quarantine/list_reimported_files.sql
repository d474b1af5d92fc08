-- Lists earlier imports of a file of the same kind, name and number of lines that have quarantined lines. Imports without a
-- checksum of their content compare only the number of landed lines.
SELECT e.import_id,
       CASE WHEN e.finished_at IS NOT NULL AND e.lines_read = n.lines_read AND e.landed + e.already_landed >= e.rejected
           THEN e.content_sum END AS content_sum,
       (e.header IS NULL
           AND e.finished_at IS NOT NULL
           AND e.lines_read = n.lines_read
           AND e.landed + e.already_landed >= e.rejected
           AND e.landed + e.already_landed <= n.already_landed) AS alike
FROM import_file n
JOIN import_file e ON e.kind = n.kind AND e.file_name = n.file_name AND e.import_id < n.import_id
WHERE n.import_id = ?
  AND EXISTS (SELECT 1 FROM import_rejection r WHERE r.closed_at IS NULL AND r.import_id = e.import_id)
ORDER BY e.import_id
