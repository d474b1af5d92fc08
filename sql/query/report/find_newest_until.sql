-- Finds the newest publication up to a date that was not rolled back and has its rows.
SELECT publication, score_date, slot, customers
FROM score_publication
WHERE score_date <= ? AND rolled_back_at IS NULL AND retained
ORDER BY score_date DESC, publication DESC
LIMIT 1
