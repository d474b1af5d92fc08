SELECT run_id, job, business_date, attempt, state, started_at, ended_at, message, model_version
FROM run
ORDER BY run_id DESC
LIMIT ?
