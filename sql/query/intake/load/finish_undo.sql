-- Records that all of an import is taken back. A run that was begun meanwhile starts again unless it is published.
UPDATE import_file
SET undone_at = :now, undone_after_run = (SELECT COALESCE(MAX(n.run_id), 0) FROM run n)
WHERE import_id = :importId
