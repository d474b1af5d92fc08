-- Extends the time of a claim, unless it is another's by now.
UPDATE run_claim
SET expires_at = TIMESTAMPADD(SECOND, ?, UTC_TIMESTAMP(3))
WHERE run_id = ? AND step = ? AND partition_number = ? AND lease_token = ? AND claim_number = ?
  AND state IN ('TAKEN', 'STOPPING')
