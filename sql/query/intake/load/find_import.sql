-- Finds one import, with what its undo needs.
SELECT import_id, kind, file_name, header IS NULL AND file_name = 'replay' AS of_replay, landed, replaced, rejected,
       undo_started_at, undone_at, undone_by, undone_reason, undone_rows
FROM import_file
WHERE import_id = ?
