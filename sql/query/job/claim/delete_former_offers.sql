-- Deletes the offers of former leases, those of this step that are to be made again, and those that a failed step left.
DELETE FROM run_claim
WHERE lease_token <> ? OR (run_id = ? AND step = ?) OR state IN ('OFFERED', 'TAKEN', 'STOPPING')
