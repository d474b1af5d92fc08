-- Decisions of people that override the program, newest first, as each run, publication, hold and import remembers its last one. Since
-- there is the table decision, it has all of them: allegiance decisions.
SELECT 'confirmed' AS decision, r.business_date, r.confirmed_by AS decided_by, r.confirmed_reason AS reason,
       COALESCE(r.confirmed_at, r.started_at) AS at
FROM run r
WHERE r.confirmed_by IS NOT NULL AND r.confirmed_date IS NULL
UNION ALL
SELECT 'forced', r.business_date, r.forced_by, r.forced_reason, r.started_at
FROM run r
WHERE r.forced_by IS NOT NULL
UNION ALL
SELECT 'given up', r.business_date, r.abandoned_by, r.abandoned_reason, r.ended_at
FROM run r
WHERE r.abandoned_by IS NOT NULL
UNION ALL
SELECT 'rolled back', p.score_date, p.rolled_back_by, p.rolled_back_reason, p.rolled_back_at
FROM score_publication p
WHERE p.rolled_back_at IS NOT NULL
UNION ALL
SELECT 'held', NULL, h.held_by, h.reason, h.held_at
FROM publication_hold h
UNION ALL
SELECT 'import taken back', NULL, f.undone_by, f.undone_reason, f.undo_started_at
FROM import_file f
WHERE f.undo_started_at IS NOT NULL
ORDER BY at DESC
LIMIT 50;
