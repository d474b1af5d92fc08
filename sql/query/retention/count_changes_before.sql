SELECT COUNT(*)
FROM segment_change
WHERE sequence < ?
