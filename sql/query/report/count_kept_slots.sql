-- Counts the slots that still hold the rows of a run: 0 after maintenance emptied it, even if another run uses it now.
SELECT COUNT(*)
FROM score_slot
WHERE slot = ? AND run_id = ? AND state = 'TAKEN'
