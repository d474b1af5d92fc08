-- Lists the groups of customers of an outcome.
SELECT group_kind, group_name, customers, churned, mean_churn, observed_churn, log_loss, calibration_error, level_error
FROM publication_outcome
WHERE publication = ?
