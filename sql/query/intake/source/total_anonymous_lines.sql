-- Totals one day's lines whose customer id is NULL. They belong to no range of customers.
SELECT COUNT(*) AS line_count, COALESCE(SUM(CASE WHEN ABS(amount) < 100000000000000 THEN CAST(amount AS DECIMAL(19, 4)) END), 0) AS amount_sum
FROM source_transaction
WHERE business_date = ?                                               -- with business_date
WHERE occurred_at >= ? AND occurred_at < DATE_ADD(?, INTERVAL 1 DAY)  -- without business_date
  AND customer_id IS NULL
