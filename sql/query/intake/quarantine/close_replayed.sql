-- Closes one quarantined line that a replay landed or found landed, and records its key.
UPDATE import_rejection
SET closed_at = UTC_TIMESTAMP(3), closed_how = 'REPLAYED', transaction_id = ?, line_key = ?
WHERE import_id = ? AND line_number = ? AND part = ?
