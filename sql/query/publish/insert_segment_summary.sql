INSERT INTO segment_summary (publication, segment, score_date, customers, mean_churn_probability, value_at_risk, expected_value)
SELECT ?, segment, score_date, COUNT(*), AVG(churn_probability), SUM(value_at_risk), SUM(expected_value)
FROM customer_score FORCE INDEX (PRIMARY)
WHERE slot = ?
GROUP BY segment, score_date
