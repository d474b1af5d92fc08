-- Records who forced the publication of a run, and why.
UPDATE run
SET forced_by = ?, forced_reason = ?
WHERE run_id = ?
