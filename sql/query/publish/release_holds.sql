-- Releases all holds.
UPDATE publication_hold
SET released_by = ?, released_at = UTC_TIMESTAMP(3)
WHERE released_at IS NULL
