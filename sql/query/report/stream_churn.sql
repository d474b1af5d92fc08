-- Streams segment and churn probability of every customer of a slot in order of customer.
SELECT customer_id, segment, churn_probability
FROM customer_score FORCE INDEX (PRIMARY)
WHERE slot = ?
ORDER BY customer_id
