-- Counts the segment changes before a number of the feed.
SELECT COUNT(*)
FROM segment_change
WHERE sequence < ?
