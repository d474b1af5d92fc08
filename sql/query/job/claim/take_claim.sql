-- Takes a partition unless another process was faster or its holder gave a sign.
UPDATE run_claim
SET claim_number = claim_number + 1, attempts = attempts + 1, state = 'TAKEN', worker_id = ?, worker = ?,
    taken_at = UTC_TIMESTAMP(3), expires_at = TIMESTAMPADD(SECOND, ?, UTC_TIMESTAMP(3))
WHERE run_id = ? AND step = ? AND partition_number = ? AND lease_token = ? AND claim_number = ?
  AND (state = 'OFFERED' OR (state = 'TAKEN' AND expires_at < UTC_TIMESTAMP(3)))
