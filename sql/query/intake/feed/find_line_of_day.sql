-- Finds whether a line of a day has landed.
SELECT 1
FROM transaction_line
WHERE business_date = ?
LIMIT 1
