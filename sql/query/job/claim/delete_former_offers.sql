-- Deletes the offers of former leases, and those of this step that are to be made again.
DELETE FROM run_claim
WHERE lease_token <> ? OR (run_id = ? AND step = ?)
