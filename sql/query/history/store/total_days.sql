-- Totals the lines and the purchase amounts of one day, to compare them with what was read.
SELECT COALESCE(SUM(purchase_lines + return_lines), 0) AS line_count,
       COALESCE(SUM(purchase_amount), 0)               AS purchase_amount
FROM customer_day
WHERE business_date = ?
