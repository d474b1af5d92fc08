DELETE FROM segment_change
WHERE sequence < ?
ORDER BY sequence
LIMIT 10000
