-- One day's lines of a range of customers, in order of customer. Lines without one are totalled apart;
-- what sorts below every other id belongs to the first range.
SELECT transaction_id, line_key, customer_id, occurred_at, type, CAST(amount AS DECIMAL(23, 4)) AS amount, currency,
       quantity, discount, category, product, store, channel
FROM source_transaction
WHERE business_date = ?
  AND customer_id IS NOT NULL
  AND (? = '' OR customer_id >= ?)
  AND (? IS NULL OR customer_id < ?)
ORDER BY customer_id
