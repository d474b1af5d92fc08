-- How long the holder's lease is still good by the database's own clock; none or negative: expired.
SELECT token, TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(3), expires_at) AS microseconds_left
FROM run_heartbeat
WHERE name = 'allegiance'
