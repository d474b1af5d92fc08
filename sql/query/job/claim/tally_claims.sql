-- Counts the partitions of a step that are offered under a lease by what may become of them, beside the present lease.
SELECT l.token,
       COUNT(CASE WHEN c.state = 'OFFERED' OR (c.state = 'TAKEN' AND c.expires_at < UTC_TIMESTAMP(3)) THEN 1 END) AS open_count,
       COUNT(CASE WHEN c.state = 'TAKEN' OR c.state = 'STOPPING' THEN 1 END) AS held_count
FROM run_lease l
LEFT JOIN run_claim c ON c.run_id = ? AND c.step = ? AND c.lease_token = ?
WHERE l.name = 'allegiance'
GROUP BY l.token
