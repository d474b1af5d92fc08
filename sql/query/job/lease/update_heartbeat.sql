-- Extends the heartbeat of one token of the lease.
UPDATE run_heartbeat
SET expires_at = TIMESTAMPADD(SECOND, ?, UTC_TIMESTAMP(3))
WHERE name = 'allegiance' AND token = ?
