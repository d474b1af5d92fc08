-- Records the end of a backfill.
UPDATE backfill
SET ended_at = UTC_TIMESTAMP(3)
WHERE backfill_id = ?
