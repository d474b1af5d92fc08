UPDATE score_slot
SET state = 'SPENT'
WHERE slot = ? AND state <> 'FREE'
