-- Whether a run's rows of scores are still in its slot: 'maintain' may have emptied it since, and another run may have it now.
SELECT COUNT(*)
FROM score_slot
WHERE slot = ? AND run_id = ? AND state = 'TAKEN'
