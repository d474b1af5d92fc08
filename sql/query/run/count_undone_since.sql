-- Counts the imports that were taken back since a run began: the run may have taken their lines in.
SELECT COUNT(*)
FROM import_file
WHERE undone_after_run >= ?
