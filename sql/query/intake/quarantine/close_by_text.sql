-- Closes as many waiting lines of earlier imports, oldest first, as the same text came again.
UPDATE import_rejection
SET closed_at = UTC_TIMESTAMP(3), closed_how = ?, closed_by = ?
WHERE text_hash = ? AND closed_at IS NULL AND import_id < ?
ORDER BY import_id, line_number
LIMIT ?
