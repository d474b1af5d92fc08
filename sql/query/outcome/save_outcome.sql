-- Saves one group of an outcome. What was recorded of the group before is replaced.
INSERT INTO publication_outcome (publication, group_kind, group_name, score_date, model_version, horizon_days, customers,
    churned, mean_churn, observed_churn, log_loss, calibration_error, level_error, within_interval, reason, as_of, run_id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON DUPLICATE KEY UPDATE
    score_date = VALUES(score_date), model_version = VALUES(model_version), horizon_days = VALUES(horizon_days),
    customers = VALUES(customers), churned = VALUES(churned), mean_churn = VALUES(mean_churn),
    observed_churn = VALUES(observed_churn), log_loss = VALUES(log_loss), calibration_error = VALUES(calibration_error),
    level_error = VALUES(level_error), within_interval = VALUES(within_interval), reason = VALUES(reason),
    as_of = VALUES(as_of), run_id = VALUES(run_id)
