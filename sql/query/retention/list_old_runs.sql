-- Runs older than the days to keep that nothing needs any more: over, or followed by another attempt at the same date; their
-- rows of scores emptied, or about to be; and never the newest run of all, by which older ones know that they were followed.
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
