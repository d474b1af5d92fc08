-- Finds the holder of the lease and the time left by the database's clock. No row or a negative time means that it expired.
SELECT l.token, l.owner, l.taken_at, h.expires_at, TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(3), h.expires_at) AS microseconds_left
FROM run_lease l
JOIN run_heartbeat h ON h.name = l.name
WHERE l.name = 'allegiance'
