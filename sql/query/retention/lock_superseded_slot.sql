-- Held while the slot is emptied: a process that slept, and whose slot another one has emptied meanwhile, finds nothing.
SELECT slot
FROM score_slot
WHERE slot = ? AND state = 'SPENT'
FOR UPDATE
