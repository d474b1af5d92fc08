SELECT name, expected, actual, balanced
FROM run_audit
WHERE run_id = ?
ORDER BY name
