-- Who may write at this moment, how much room there is, and who lets nothing be published. A lease that has expired is taken
-- over by the next command.
SELECT l.owner                                                    AS last_holder,
       l.token,
       h.expires_at,
       COALESCE(h.token = l.token AND h.expires_at > UTC_TIMESTAMP(3), FALSE) AS is_held,
       (SELECT COUNT(*) FROM score_slot s WHERE s.state = 'FREE') AS free_slots,
       (SELECT MAX(p.held_by) FROM publication_hold p WHERE p.released_at IS NULL) AS publishing_held_by
FROM run_lease l
LEFT JOIN run_heartbeat h ON h.name = l.name;
