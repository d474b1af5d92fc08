-- For a view without business_date. The totals by which a changed day is known: lines, amounts as they came, and a checksum blind to the order of lines.
SELECT DATE(occurred_at) AS business_date,
       COUNT(*)                 AS line_count,
       COALESCE(SUM(CASE WHEN ABS(amount) < 100000000000000 THEN CAST(amount AS DECIMAL(19, 4)) END), 0) AS amount_sum,
       SUM(CAST(CONV(LEFT(SHA2(CONCAT_WS('|', COALESCE(transaction_id, '~'), COALESCE(line_key, '~'),
           COALESCE(customer_id, '~'), COALESCE(occurred_at, '~'), COALESCE(type, '~'), COALESCE(amount, '~'),
           COALESCE(currency, '~'), COALESCE(quantity, '~'), COALESCE(discount, '~'), COALESCE(category, '~'),
           COALESCE(product, '~'), COALESCE(store, '~'), COALESCE(channel, '~')), 256), 12), 16, 10) AS UNSIGNED)) AS checksum
FROM source_transaction
WHERE occurred_at >= ? AND occurred_at < DATE_ADD(?, INTERVAL 1 DAY)
GROUP BY DATE(occurred_at)
ORDER BY business_date
