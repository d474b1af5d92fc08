UPDATE run
SET forced_by = ?, forced_reason = ?
WHERE run_id = ?
