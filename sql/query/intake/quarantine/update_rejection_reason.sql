-- A line that was tried again waits for the reason of now.
UPDATE import_rejection
SET reason = ?, detail = ?
WHERE import_id = ? AND line_number = ?
