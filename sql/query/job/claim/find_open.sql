-- Finds a partition that may be taken: one that is offered under the present lease, which is alive, or whose holder is silent.
SELECT c.run_id, c.step, c.partition_number, c.lease_token, c.step_execution_id, c.claim_number, c.attempts,
       c.worker_id, c.state
FROM run_lease l
JOIN run_heartbeat h ON h.name = l.name AND h.token = l.token
JOIN run_claim c ON c.lease_token = l.token
WHERE l.name = 'allegiance' AND h.expires_at > UTC_TIMESTAMP(3)
  AND (c.state = 'OFFERED' OR (c.state = 'TAKEN' AND c.expires_at < UTC_TIMESTAMP(3)))
ORDER BY c.attempts, c.run_id, c.step, c.partition_number
LIMIT 1
