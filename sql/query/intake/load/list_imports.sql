-- Lists the imports of files, newest first. Records of replays are left out.
SELECT import_id, kind, file_name, started_at, finished_at, lines_read, landed, already_landed, cancelled, rejected,
       undo_started_at, undone_at, undone_by, undone_reason
FROM import_file
WHERE NOT (file_name = 'replay' AND header IS NULL)
ORDER BY import_id DESC
LIMIT ?
