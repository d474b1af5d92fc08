-- Ends a claim that failed: it is offered again, or, after the last attempt, failed.
UPDATE run_claim
SET state = CASE WHEN ? THEN 'FAILED' WHEN state = 'STOPPING' THEN 'WITHDRAWN' ELSE 'OFFERED' END,
    claim_number = claim_number + 1, expires_at = NULL, failure_code = ?, failure = ?
WHERE run_id = ? AND step = ? AND partition_number = ? AND lease_token = ? AND claim_number = ?
  AND state IN ('TAKEN', 'STOPPING')
