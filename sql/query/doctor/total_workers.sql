-- Totals the workers that gave a sign of life in the last two minutes, and the connections that they may open.
SELECT COUNT(*) AS workers, COALESCE(SUM(threads), 0) AS threads, COALESCE(SUM(connections), 0) AS connections
FROM run_worker
WHERE seen_at > TIMESTAMPADD(MINUTE, -2, UTC_TIMESTAMP(3))
