-- Inserts a partition that whoever is free may take.
INSERT INTO run_claim (run_id, step, partition_number, lease_token, step_execution_id, state, claim_number, attempts)
VALUES (?, ?, ?, ?, ?, 'OFFERED', 0, 0)
