-- Streams segment and recency score of a range of customers in an earlier publication in order of customer. The hint keeps the
-- server from an index by segment and a sort.
SELECT customer_id, segment, previous_segment, TO_DAYS(segment_since) AS segment_since, recency_score
FROM customer_score FORCE INDEX (PRIMARY)
WHERE slot = ?
  AND customer_id >= ?
  AND customer_id > ?
  AND (? IS NULL OR customer_id < ?)
ORDER BY customer_id
