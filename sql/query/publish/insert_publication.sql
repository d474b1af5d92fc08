-- Inserts a publication with the next number.
INSERT INTO score_publication (publication, score_date, run_id, slot, model_version, customers, scored, score_digest,
    row_digest, published_at, good_until, model_note, day_note, forced_by, forced_reason, mean_churn_low, mean_churn_high,
    horizon_days, horizon_digest, newest_data, model_as_of, stale_reason)
SELECT COALESCE(MAX(publication), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(3), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
FROM score_publication
