-- The current score of one customer. A look-up by primary key.
SELECT customer_id, score_date, segment, previous_segment, segment_since, churn_probability, churn_band,
       expected_purchases, expected_spend, expected_value, value_at_risk, loyalty_score, next_best_category
FROM current_customer_score
WHERE customer_id = 'C000007';
