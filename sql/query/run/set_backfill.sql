-- Records the backfill to which a run belongs.
UPDATE run
SET backfill_id = ?
WHERE run_id = ?
