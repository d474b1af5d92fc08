-- Records who confirmed a run, and why.
UPDATE run
SET confirmed_by = ?, confirmed_reason = ?
WHERE run_id = ?
