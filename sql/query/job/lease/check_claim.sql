-- Gets the token of the lease and the state of a claim under shared locks that are held until the next commit (fencing).
SELECT l.token, c.state
FROM run_lease l
LEFT JOIN run_claim c
  ON c.run_id = ? AND c.step = ? AND c.partition_number = ? AND c.lease_token = l.token AND c.claim_number = ?
WHERE l.name = 'allegiance'
LOCK IN SHARE MODE
