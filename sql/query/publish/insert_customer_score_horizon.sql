-- Inserts one row of scores over a further horizon. It does the same as load_customer_score_horizon for servers without LOAD DATA
-- LOCAL.
INSERT INTO customer_score_horizon (slot,
    customer_id, score_date, horizon_days, churn_probability, expected_purchases, expected_value)
VALUES (?, ?, ?, ?, ?, ?, ?)
