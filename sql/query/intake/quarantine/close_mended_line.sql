-- Closes the quarantined lines of an import with a line number that a corrected file has mended.
UPDATE import_rejection
SET closed_at = UTC_TIMESTAMP(3), closed_how = 'CORRECTED', closed_by = ?
WHERE import_id = ? AND line_number = ? AND part = ? AND closed_at IS NULL
