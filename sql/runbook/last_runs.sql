-- The last runs, how they ended and with which message.
SELECT run_id, job, business_date, attempt, state, started_at, ended_at, model_version, message
FROM run
ORDER BY run_id DESC
LIMIT 20;
