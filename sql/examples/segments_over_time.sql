-- The size of each segment on each day. Where a day was published more than once, the newest publication counts.
SELECT s.score_date, s.segment, s.customers, s.mean_churn_probability, s.value_at_risk
FROM segment_summary s
WHERE s.publication IN (
    SELECT MAX(b.publication)
    FROM score_publication b
    WHERE b.rolled_back_at IS NULL
    GROUP BY b.score_date)
ORDER BY s.score_date, s.customers DESC, s.segment;
