-- Counts the free slots.
SELECT COUNT(*)
FROM score_slot
WHERE state = 'FREE'
