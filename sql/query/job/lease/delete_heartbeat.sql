DELETE FROM run_heartbeat
WHERE name = 'allegiance' AND token = ?
