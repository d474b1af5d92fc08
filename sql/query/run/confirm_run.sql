-- Records who confirmed a run, why and when.
UPDATE run
SET confirmed_by = ?, confirmed_reason = ?, confirmed_at = UTC_TIMESTAMP(3), confirmed_date = NULL
WHERE run_id = ?
