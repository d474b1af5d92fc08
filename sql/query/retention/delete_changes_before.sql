-- Deletes some segment changes before a number of the feed, oldest first.
DELETE FROM segment_feed
WHERE sequence < ?
ORDER BY sequence
LIMIT 10000
