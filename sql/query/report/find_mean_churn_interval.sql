-- Finds the interval of the mean churn of a publication, both ends in [0, 1]; none where its model gives none.
SELECT mean_churn_low, mean_churn_high
FROM score_publication
WHERE publication = ? AND mean_churn_low IS NOT NULL AND mean_churn_high IS NOT NULL
