-- Segment and recency score of a range of customers in an earlier publication, in order.
SELECT customer_id, segment, previous_segment, segment_since, recency_score
FROM customer_score
WHERE slot = ?
  AND customer_id >= ?
  AND customer_id > ?
  AND (? IS NULL OR customer_id < ?)
ORDER BY customer_id
