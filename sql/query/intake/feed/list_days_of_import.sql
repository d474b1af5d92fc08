-- Lists the days of the lines that an import landed. Reads the whole table, which has no index for it: one would slow imports.
SELECT DISTINCT business_date
FROM transaction_line
WHERE import_id = ?
ORDER BY business_date
