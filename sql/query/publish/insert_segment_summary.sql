-- Inserts the summary of one segment of a publication.
INSERT INTO segment_summary (publication, segment, score_date, customers, mean_churn_probability, value_at_risk, expected_value)
VALUES (?, ?, ?, ?, ?, ?, ?)
