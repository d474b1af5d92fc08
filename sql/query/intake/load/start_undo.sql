-- Records that an import is being taken back, before anything of it is. A run that is not published starts again.
UPDATE import_file
SET undo_started_at = COALESCE(undo_started_at, :now), undone_by = :by, undone_reason = :reason,
    undone_after_run = (SELECT COALESCE(MAX(n.run_id), 0) FROM run n)
WHERE import_id = :importId
