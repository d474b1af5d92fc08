-- Finds the first segment change of the oldest publication that was published or rolled back within the days to keep. Changes
-- that a rollback adds have the number of an older publication and always follow this one.
SELECT c.sequence
FROM segment_change c
WHERE c.publication >= (SELECT MIN(b.publication)
                        FROM score_publication b
                        WHERE b.published_at >= TIMESTAMPADD(DAY, - :days, UTC_TIMESTAMP(3))
                           OR b.rolled_back_at >= TIMESTAMPADD(DAY, - :days, UTC_TIMESTAMP(3)))
ORDER BY c.sequence
LIMIT 1
