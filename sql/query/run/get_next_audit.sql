-- Gets the number of the next audit of a run.
SELECT COALESCE(MAX(audit), 0) + 1
FROM run_audit
WHERE run_id = ?
