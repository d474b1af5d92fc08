-- Deletes the workers that ended without a word.
DELETE FROM run_worker
WHERE seen_at < TIMESTAMPADD(DAY, -1, UTC_TIMESTAMP(3))
