-- Deletes some segment changes before a number of the feed, oldest first.
DELETE FROM segment_change
WHERE sequence < ?
ORDER BY sequence
LIMIT 10000
