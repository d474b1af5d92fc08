-- The control totals of the newest night as last audited, unbalanced ones first.
SELECT a.name, a.expected, a.actual, a.balanced
FROM run_audit a
JOIN (
    SELECT l.run_id, MAX(l.audit) AS audit
    FROM run_audit l
    WHERE l.run_id = (SELECT MAX(r.run_id) FROM run r WHERE r.job = 'nightly')
    GROUP BY l.run_id
) newest ON newest.run_id = a.run_id AND newest.audit = a.audit
ORDER BY a.balanced, a.name;
