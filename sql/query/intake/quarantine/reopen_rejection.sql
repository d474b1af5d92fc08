-- Opens one quarantined line again.
UPDATE import_rejection
SET closed_at = NULL, closed_how = NULL, closed_by = NULL
WHERE import_id = ? AND line_number = ?
