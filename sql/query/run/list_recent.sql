-- Lists the newest runs, or the newest nights of one date, newest first.
SELECT run_id, job, business_date, attempt, state, started_at, ended_at, message, model_version, abandoned_by,
       abandoned_reason
FROM run
WHERE ? IS NULL OR (job = 'nightly' AND business_date = ?)
ORDER BY run_id DESC
LIMIT ?
