-- Counts the publications of a run that were rolled back.
SELECT COUNT(*)
FROM score_publication
WHERE run_id = ? AND rolled_back_at IS NOT NULL
