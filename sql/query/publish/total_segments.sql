-- Totals the rows of a range of a slot by segment, for the summary of a publication.
SELECT segment,
       COUNT(*)                                 AS customers,
       COALESCE(SUM(eligibility = 'SCORED'), 0) AS scored,
       COUNT(churn_probability)                 AS churn_count,
       COALESCE(SUM(churn_probability), 0)      AS churn_sum,
       SUM(value_at_risk)                       AS value_at_risk,
       SUM(expected_value)                      AS expected_value
FROM customer_score FORCE INDEX (PRIMARY)
WHERE slot = ?
  AND customer_id >= ?
  AND (? IS NULL OR customer_id < ?)
GROUP BY segment
