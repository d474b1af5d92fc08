-- Gets one run.
SELECT run_id, job, business_date, attempt, state, model_version, configuration_hash, configuration,
       previous_publication, slot, confirmed_by, confirmed_reason, forced_by, forced_reason,
       backfill_id, message
FROM run
WHERE run_id = ?
