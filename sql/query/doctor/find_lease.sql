-- Who took the lease last, and when; and if it was not given back, for how long it is good yet.
SELECT l.owner, l.taken_at, h.expires_at, TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(3), h.expires_at) AS seconds_left
FROM run_lease l
LEFT JOIN run_heartbeat h ON h.name = l.name
WHERE l.name = 'allegiance'
