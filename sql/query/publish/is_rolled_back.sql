SELECT COUNT(*)
FROM score_publication
WHERE run_id = ? AND rolled_back_at IS NOT NULL
