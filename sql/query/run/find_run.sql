-- Finds the newest attempt at a date.
SELECT run_id, job, business_date, attempt, state, model_version, configuration_hash, configuration,
       previous_publication, slot, confirmed_by, confirmed_reason, forced_by, forced_reason,
       backfill_id, message
FROM run
WHERE job = ? AND business_date = ?
ORDER BY attempt DESC
LIMIT 1
