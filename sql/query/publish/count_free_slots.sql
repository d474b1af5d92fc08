SELECT COUNT(*)
FROM score_slot
WHERE state = 'FREE'
