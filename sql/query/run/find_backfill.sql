-- Finds the newest open backfill of a period and mode.
SELECT backfill_id
FROM backfill
WHERE from_date = ? AND to_date = ? AND mode = ? AND ended_at IS NULL
ORDER BY backfill_id DESC
LIMIT 1
