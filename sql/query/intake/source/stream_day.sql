-- Streams one day's lines of a range of customers in order of customer. Lines without a customer are totalled elsewhere.
-- Ids that sort before the first boundary belong to the first range.
SELECT transaction_id, line_key, customer_id, occurred_at, type, CAST(amount AS DECIMAL(23, 4)) AS amount, currency,
       quantity, discount, category, product, store, channel
FROM source_transaction
WHERE business_date = ?                                               -- with business_date
WHERE occurred_at >= ? AND occurred_at < DATE_ADD(?, INTERVAL 1 DAY)  -- without business_date
  AND customer_id IS NOT NULL
  AND (? = '' OR customer_id >= ?)
  AND (? IS NULL OR customer_id < ?)
ORDER BY customer_id
