-- Deletes some segment changes that readers do not see: a publication that wrote them was not completed.
DELETE FROM segment_change_pending
ORDER BY sequence
LIMIT ?
