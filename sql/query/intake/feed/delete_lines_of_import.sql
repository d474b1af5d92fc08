-- Deletes lines of one day that an import landed.
DELETE FROM transaction_line
WHERE business_date = ? AND import_id = ?
LIMIT 20000
