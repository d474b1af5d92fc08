-- Lists the newest outcomes by score date that were known as of a date, each with all customers together.
SELECT o.publication, o.score_date, o.model_version, o.horizon_days, o.group_kind, o.group_name, o.customers, o.churned,
       o.mean_churn, o.observed_churn, o.log_loss, o.calibration_error, o.level_error, o.within_interval, o.reason, o.as_of,
       b.mean_churn_low, b.mean_churn_high
FROM publication_outcome o
JOIN score_publication b ON b.publication = o.publication
WHERE o.group_kind = 'ALL' AND o.as_of <= ? AND b.rolled_back_at IS NULL
ORDER BY o.score_date DESC, o.publication DESC
LIMIT ?
