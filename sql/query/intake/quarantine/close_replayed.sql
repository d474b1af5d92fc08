-- Closes a line that has landed after all, or was there, and keeps the key under which it stands.
UPDATE import_rejection
SET closed_at = UTC_TIMESTAMP(3), closed_how = 'REPLAYED', transaction_id = ?, line_key = ?
WHERE import_id = ? AND line_number = ?
