-- Deletes the heartbeat of one token of the lease.
DELETE FROM run_heartbeat
WHERE name = 'allegiance' AND token = ?
