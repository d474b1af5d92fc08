-- Inserts one row of scores. It does the same as load_customer_score for servers without LOAD DATA LOCAL.
INSERT INTO customer_score (slot,
    customer_id, score_date, model_version, segment, previous_segment, segment_since, recency_score,
    frequency_score, monetary_score, churn_probability, churn_band, probability_alive, expected_purchases,
    expected_spend, expected_value, value_at_risk, loyalty_score, repeat_score, volume_score, breadth_score,
    commitment_score, advocacy_score, forgiveness_score, spend_growth_score, brand_score, next_best_category,
    reason_1, reason_2, reason_3, eligibility)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
