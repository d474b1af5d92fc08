-- Inserts rows of scores over further horizons in bulk.
LOAD DATA LOCAL INFILE 'rows'
INTO TABLE customer_score_horizon
CHARACTER SET utf8mb4
FIELDS TERMINATED BY '\t' ESCAPED BY '\\'
LINES TERMINATED BY '\n'
(slot, customer_id, score_date, horizon_days, churn_probability, expected_purchases, expected_value)
