-- The dates that are published, whether their rows are still there or not.
SELECT DISTINCT score_date
FROM score_publication
WHERE score_date >= ? AND score_date <= ? AND rolled_back_at IS NULL
