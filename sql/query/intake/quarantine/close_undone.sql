-- Closes quarantined lines of an import that is taken back.
UPDATE import_rejection
SET closed_at = UTC_TIMESTAMP(3), closed_how = 'UNDONE', closed_by = ?
WHERE import_id = ? AND closed_at IS NULL
LIMIT 20000
