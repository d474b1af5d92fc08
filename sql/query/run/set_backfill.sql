UPDATE run
SET backfill_id = ?
WHERE run_id = ?
