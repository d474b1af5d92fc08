-- Totals the customers of one slot who are not in another.
SELECT COUNT(*), COUNT(p.churn_probability), COALESCE(SUM(p.churn_probability), 0)
FROM customer_score p
LEFT JOIN customer_score s ON s.slot = ? AND s.customer_id = p.customer_id
WHERE p.slot = ? AND s.customer_id IS NULL
