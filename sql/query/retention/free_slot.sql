UPDATE score_slot
SET state = 'FREE', run_id = NULL
WHERE slot = ?
