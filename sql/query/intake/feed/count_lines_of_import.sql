-- Counts the lines of an import, their days, those of cancelled orders, and the orders that it cancelled.
SELECT t.landed, t.days,
       (SELECT COUNT(*) FROM cancelled_line WHERE import_id = :importId) AS cancelled,
       (SELECT COUNT(*) FROM cancelled_transaction WHERE import_id = :importId) AS cancellations
FROM (
    SELECT COUNT(*) AS landed, COUNT(DISTINCT business_date) AS days
    FROM transaction_line
    WHERE import_id = :importId
) t
