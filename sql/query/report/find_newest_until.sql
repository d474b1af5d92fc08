-- The newest publication of a date or before it, not rolled back, its rows still there.
SELECT publication, score_date, slot, customers
FROM score_publication
WHERE score_date <= ? AND rolled_back_at IS NULL AND retained
ORDER BY score_date DESC, publication DESC
LIMIT 1
