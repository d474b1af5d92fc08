-- Lists earlier imports of a file of the same kind and number of lines that have quarantined lines, with the same name or one
-- that begins with its name. Imports without a checksum of their content compare only the number of landed lines.
SELECT e.import_id,
       CASE WHEN e.finished_at IS NOT NULL AND e.lines_read = n.lines_read AND e.landed + e.already_landed > 0
           THEN e.content_sum END AS content_sum,
       e.file_name = n.file_name AS same_name,
       e.landed + e.already_landed >= e.rejected AS mostly_accepted,
       (e.header IS NULL
           AND e.finished_at IS NOT NULL
           AND e.lines_read = n.lines_read
           AND e.landed + e.already_landed >= e.rejected
           AND e.landed + e.already_landed <= n.already_landed) AS alike
FROM import_file n
JOIN import_file e ON e.kind = n.kind AND e.import_id < n.import_id
    AND LEFT(n.file_name, CHAR_LENGTH(SUBSTRING_INDEX(e.file_name, '.', 1))) = SUBSTRING_INDEX(e.file_name, '.', 1)
WHERE n.import_id = ?
  AND EXISTS (SELECT 1 FROM import_rejection r WHERE r.closed_at IS NULL AND r.import_id = e.import_id)
ORDER BY e.import_id
