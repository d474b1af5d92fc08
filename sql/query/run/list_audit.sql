-- Lists the control totals of the last audit of a run in order of their names.
SELECT name, expected, actual, balanced
FROM run_audit
WHERE run_id = ?
  AND audit = (SELECT MAX(l.audit) FROM run_audit l WHERE l.run_id = ?)
ORDER BY name
