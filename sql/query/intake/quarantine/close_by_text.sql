-- Closes quarantined lines of earlier imports with a given text, oldest first, at most as many as came again with that text.
UPDATE import_rejection
SET closed_at = UTC_TIMESTAMP(3), closed_how = ?, closed_by = ?
WHERE text_hash = ? AND closed_at IS NULL AND import_id < ?
ORDER BY import_id, line_number, part
LIMIT ?
