-- Streams the rows of a slot over further horizons in order of customer and horizon, as the export has them.
SELECT customer_id, score_date, horizon_days, churn_probability, expected_purchases, expected_value
FROM customer_score_horizon FORCE INDEX (PRIMARY)
WHERE slot = ?
ORDER BY customer_id, horizon_days
