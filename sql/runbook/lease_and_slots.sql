-- Who may write now, how many slots are free, and who holds publishing. The next command takes over a lease that has expired.
SELECT l.owner                                                    AS last_holder,
       l.token,
       h.expires_at,
       COALESCE(h.token = l.token AND h.expires_at > UTC_TIMESTAMP(3), FALSE) AS is_held,
       (SELECT COUNT(*) FROM score_slot s WHERE s.state = 'FREE') AS free_slots,
       (SELECT MAX(p.held_by) FROM publication_hold p WHERE p.released_at IS NULL) AS publishing_held_by
FROM run_lease l
LEFT JOIN run_heartbeat h ON h.name = l.name;
