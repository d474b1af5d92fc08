-- Who holds the lease, and how long it is still good by the database's own clock; none or negative: expired.
SELECT l.token, l.owner, l.taken_at, h.expires_at, TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(3), h.expires_at) AS microseconds_left
FROM run_lease l
JOIN run_heartbeat h ON h.name = l.name
WHERE l.name = 'allegiance'
