INSERT INTO segment_change (publication, customer_id, from_segment, to_segment, changed_on)
SELECT ?, customer_id, previous_segment, segment, score_date
FROM customer_score
WHERE slot = ? AND segment_since = score_date
ORDER BY customer_id
