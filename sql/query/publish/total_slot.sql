-- Totals the rows of a range of a slot by segment, to compare them with what was read, and counts values out of their range.
SELECT segment,
       COUNT(*)                                          AS customers,
       COALESCE(SUM(eligibility = 'SCORED'), 0)          AS scored,
       COALESCE(SUM(eligibility <> 'SCORED'), 0)         AS ineligible,
       COALESCE(SUM(churn_probability < 0 OR churn_probability > 1 OR probability_alive < 0 OR probability_alive > 1
           OR expected_purchases < 0 OR expected_spend < 0 OR expected_value < 0 OR value_at_risk < 0
           OR loyalty_score NOT BETWEEN 0 AND 100 OR repeat_score NOT BETWEEN 0 AND 100
           OR volume_score NOT BETWEEN 0 AND 100 OR breadth_score NOT BETWEEN 0 AND 100
           OR commitment_score NOT BETWEEN 0 AND 100 OR advocacy_score NOT BETWEEN 0 AND 100
           OR forgiveness_score NOT BETWEEN 0 AND 100 OR spend_growth_score NOT BETWEEN 0 AND 100
           OR brand_score NOT BETWEEN 0 AND 100), 0)
                                                         AS out_of_range,
       COALESCE(SUM(eligibility = 'SCORED' AND (churn_probability IS NULL
           OR expected_purchases IS NULL OR churn_band IS NULL OR recency_score IS NULL OR frequency_score IS NULL)), 0)
                                                         AS incomplete,
       COALESCE(SUM(eligibility = 'SCORED' AND probability_alive IS NULL), 0)
                                                         AS alive_unknown,
       COALESCE(SUM(churn_probability), 0)               AS churn_sum,
       COUNT(churn_probability)                          AS churn_count
FROM customer_score FORCE INDEX (PRIMARY)
WHERE slot = ?
  AND customer_id >= ?
  AND (? IS NULL OR customer_id < ?)
GROUP BY segment
