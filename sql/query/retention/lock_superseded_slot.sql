-- Locks a superseded slot while it is emptied. A process that paused finds no row if another process emptied the slot meanwhile.
SELECT slot
FROM score_slot
WHERE slot = ? AND state = 'SPENT'
FOR UPDATE
