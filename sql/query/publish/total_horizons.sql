-- Counts the rows of a range of a slot over each further horizon, those of a scored customer, and those with a value out of its
-- range.
SELECT h.horizon_days,
       COUNT(*)                                          AS horizon_rows,
       COALESCE(SUM(s.eligibility = 'SCORED'), 0)        AS scored,
       COALESCE(SUM(h.churn_probability < 0 OR h.churn_probability > 1 OR h.expected_purchases < 0
           OR h.expected_value < 0), 0)                  AS out_of_range
FROM customer_score_horizon h FORCE INDEX (PRIMARY)
LEFT JOIN customer_score s ON s.slot = h.slot AND s.customer_id = h.customer_id
WHERE h.slot = ?
  AND h.customer_id >= ?
  AND (? IS NULL OR h.customer_id < ?)
GROUP BY h.horizon_days
