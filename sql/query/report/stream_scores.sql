-- Streams the scores of every customer of a slot in order of customer. What other tables have comes in separate streams in the
-- same order: a lookup for each customer costs the server more than all the rest. The hint keeps it from another index and a
-- sort.
SELECT customer_id, segment, churn_probability, churn_band, expected_value, value_at_risk, loyalty_score, repeat_score,
       volume_score, breadth_score, commitment_score, advocacy_score, forgiveness_score, spend_growth_score, brand_score,
       next_best_category
FROM customer_score FORCE INDEX (PRIMARY)
WHERE slot = ?
ORDER BY customer_id
