UPDATE score_slot
SET state = ?, run_id = ?
WHERE slot = ?
