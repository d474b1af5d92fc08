-- Closes quarantined lines of an import whose file was imported again: all of them, or those without a transaction id.
UPDATE import_rejection
SET closed_at = UTC_TIMESTAMP(3), closed_how = 'CORRECTED', closed_by = ?
WHERE import_id = ? AND closed_at IS NULL AND (? OR transaction_id IS NULL)
LIMIT 20000
