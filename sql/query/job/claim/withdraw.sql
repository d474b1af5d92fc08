-- Takes a step's partitions away from those who still work on them: their commits are refused from now on.
UPDATE run_claim
SET state = 'WITHDRAWN', claim_number = claim_number + 1, expires_at = NULL
WHERE run_id = ? AND step = ? AND lease_token = ? AND state IN ('OFFERED', 'TAKEN', 'STOPPING')
