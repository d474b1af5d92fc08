-- Lists the control totals of a run in order of their names.
SELECT name, expected, actual, balanced
FROM run_audit
WHERE run_id = ?
ORDER BY name
