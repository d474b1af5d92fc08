-- Finds the first import whose undo was begun and not finished.
SELECT MIN(import_id)
FROM import_file
WHERE undo_started_at IS NOT NULL AND undone_at IS NULL
