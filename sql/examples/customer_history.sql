-- One customer in every publication that is kept.
SELECT score_date, publication, segment, churn_probability, expected_value, value_at_risk
FROM customer_score_history
WHERE customer_id = 'C000007'
ORDER BY publication;
