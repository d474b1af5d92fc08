-- Lists the newest publication of each date that was not rolled back and whose horizon has passed on a day, oldest date first. A
-- horizon that is not on record is the one given.
SELECT b.publication, b.score_date, b.run_id, b.slot, b.retained, b.model_version, b.mean_churn_low, b.mean_churn_high
FROM score_publication b
WHERE b.score_date + INTERVAL COALESCE(b.horizon_days, ?) DAY <= ?
  AND b.rolled_back_at IS NULL
  AND NOT EXISTS (SELECT 1
                  FROM score_publication newer
                  WHERE newer.score_date = b.score_date AND newer.publication > b.publication
                    AND newer.rolled_back_at IS NULL)
ORDER BY b.score_date
