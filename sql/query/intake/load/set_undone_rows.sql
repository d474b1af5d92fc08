-- Sets the count of rows that were taken back so far, in the transaction of the rows.
UPDATE import_file
SET undone_rows = ?
WHERE import_id = ?
