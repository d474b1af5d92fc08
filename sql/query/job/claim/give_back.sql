-- Gives a partition back that was not failed at: its holder was asked to stop.
UPDATE run_claim
SET state = CASE WHEN state = 'STOPPING' THEN 'WITHDRAWN' ELSE 'OFFERED' END, claim_number = claim_number + 1,
    attempts = attempts - 1, expires_at = NULL
WHERE run_id = ? AND step = ? AND partition_number = ? AND lease_token = ? AND claim_number = ?
  AND state IN ('TAKEN', 'STOPPING')
