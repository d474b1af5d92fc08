-- Ends a claim whose partition is done.
UPDATE run_claim
SET state = 'DONE', expires_at = NULL
WHERE run_id = ? AND step = ? AND partition_number = ? AND lease_token = ? AND claim_number = ?
  AND state IN ('TAKEN', 'STOPPING')
