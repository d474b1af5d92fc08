-- Lines whose customer id is NULL, which no range of ids can hold.
SELECT COUNT(*) AS line_count, COALESCE(SUM(CASE WHEN ABS(amount) < 100000000000000 THEN CAST(amount AS DECIMAL(19, 4)) END), 0) AS amount_sum
FROM source_transaction
WHERE business_date = ?
  AND customer_id IS NULL
