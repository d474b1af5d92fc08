-- Lists the runs that ended before the days to keep and that nothing needs: completed, abandoned or followed by another attempt
-- at the same date, with their rows of scores emptied or about to be. The newest run of all stays: it shows that older ones
-- were followed.
SELECT r.run_id
FROM run r
WHERE COALESCE(r.ended_at, r.started_at) < TIMESTAMPADD(DAY, - :days, UTC_TIMESTAMP(3))
  AND (r.state IN ('COMPLETED', 'ABANDONED')
    OR EXISTS (SELECT 1
               FROM run a
               WHERE a.job = r.job AND a.business_date = r.business_date AND a.attempt > r.attempt))
  AND r.run_id < (SELECT MAX(newest.run_id) FROM run newest)
  AND NOT EXISTS (SELECT 1 FROM score_slot s WHERE s.run_id = r.run_id AND s.slot NOT IN (:emptied))
  AND NOT EXISTS (SELECT 1
                  FROM score_publication b
                  WHERE b.run_id = r.run_id AND b.retained AND b.slot NOT IN (:emptied))
ORDER BY r.run_id
