-- Finds the first free slot and locks it.
SELECT slot
FROM score_slot
WHERE state = 'FREE'
ORDER BY slot
LIMIT 1
FOR UPDATE
