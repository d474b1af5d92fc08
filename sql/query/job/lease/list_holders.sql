-- Lists the workers that still hold partitions, all of former leases when a lease is taken.
SELECT DISTINCT worker_id
FROM run_claim
WHERE state IN ('TAKEN', 'STOPPING') AND worker_id IS NOT NULL
