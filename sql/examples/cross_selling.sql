-- Loyal customers who are likely to buy again, each with the category that goes with what they bought.
SELECT customer_id, next_best_category, loyalty_score, expected_value
FROM current_customer_score
WHERE next_best_category IS NOT NULL
  AND churn_band = 'LOW'
  AND loyalty_score >= 50
ORDER BY expected_value DESC, customer_id
LIMIT 500;
