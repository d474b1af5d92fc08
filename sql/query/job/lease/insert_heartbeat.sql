-- Starts the heartbeat of the present token of the lease.
REPLACE INTO run_heartbeat (name, token, expires_at)
SELECT name, token, TIMESTAMPADD(SECOND, ?, UTC_TIMESTAMP(3))
FROM run_lease
WHERE name = 'allegiance'
