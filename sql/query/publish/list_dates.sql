-- Lists the published dates in a period, whether or not their rows are retained.
SELECT DISTINCT score_date
FROM score_publication
WHERE score_date >= ? AND score_date <= ? AND rolled_back_at IS NULL
