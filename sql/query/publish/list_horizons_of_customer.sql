-- Lists one customer's rows over further horizons in a slot, the shortest horizon first.
SELECT customer_id, score_date, horizon_days, churn_probability, expected_purchases, expected_value
FROM customer_score_horizon
WHERE slot = ? AND customer_id = ?
ORDER BY horizon_days
