-- Marks a slot as superseded, so that it can be emptied.
UPDATE score_slot
SET state = 'SPENT'
WHERE slot = ? AND state <> 'FREE'
