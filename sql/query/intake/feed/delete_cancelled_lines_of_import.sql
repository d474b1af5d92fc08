-- Deletes lines of cancelled transactions that an import brought.
DELETE FROM cancelled_line
WHERE import_id = ?
LIMIT 20000
