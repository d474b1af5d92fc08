-- The control totals of the newest night, unbalanced ones first.
SELECT a.name, a.expected, a.actual, a.balanced
FROM run_audit a
WHERE a.run_id = (SELECT MAX(r.run_id) FROM run r WHERE r.job = 'nightly')
ORDER BY a.balanced, a.name;
