-- Sets the state of a slot and the run that owns it.
UPDATE score_slot
SET state = ?, run_id = ?
WHERE slot = ?
