-- Lists the later imports of the same kind that found lines which had landed before, and that were not taken back.
SELECT l.import_id, l.file_name
FROM import_file i
JOIN import_file l ON l.kind = i.kind AND l.import_id > i.import_id
WHERE i.import_id = ? AND l.already_landed > 0 AND l.undo_started_at IS NULL
ORDER BY l.import_id
