-- Marks a slot as free.
UPDATE score_slot
SET state = 'FREE', run_id = NULL
WHERE slot = ?
