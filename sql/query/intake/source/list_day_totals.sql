-- Lists the totals of each day in a period in order of the days, to find the days that changed: the number of lines, the sum of
-- their amounts, and a checksum that does not depend on the order of the lines.
SELECT business_date,                       -- with business_date
SELECT DATE(occurred_at) AS business_date,  -- without business_date
       COUNT(*)                 AS line_count,
       COALESCE(SUM(CASE WHEN ABS(amount) < 100000000000000 THEN CAST(amount AS DECIMAL(19, 4)) END), 0) AS amount_sum,
       SUM(CAST(CONV(LEFT(SHA2(CONCAT_WS('|', COALESCE(transaction_id, '~'), COALESCE(line_key, '~'),
           COALESCE(customer_id, '~'), COALESCE(occurred_at, '~'), COALESCE(type, '~'), COALESCE(amount, '~'),
           COALESCE(currency, '~'), COALESCE(quantity, '~'), COALESCE(discount, '~'), COALESCE(category, '~'),
           COALESCE(product, '~'), COALESCE(store, '~'), COALESCE(channel, '~')), 256), 12), 16, 10) AS UNSIGNED)) AS checksum
FROM source_transaction
WHERE business_date >= ? AND business_date <= ?                       -- with business_date
WHERE occurred_at >= ? AND occurred_at < DATE_ADD(?, INTERVAL 1 DAY)  -- without business_date
GROUP BY business_date      -- with business_date
GROUP BY DATE(occurred_at)  -- without business_date
ORDER BY business_date
