-- Updates the reason of one quarantined line after a replay that rejected it again.
UPDATE import_rejection
SET reason = ?, detail = ?
WHERE import_id = ? AND line_number = ? AND part = ?
