-- Customers to win back: those with the largest value at risk among the customers who are likely to leave. Uses the index on
-- segment and churn probability.
SELECT customer_id, segment, churn_probability, value_at_risk, expected_spend
FROM current_customer_score
WHERE segment IN ('AT_RISK', 'CANNOT_LOSE_THEM')
  AND churn_probability >= 0.7
ORDER BY value_at_risk DESC, customer_id
LIMIT 500;
