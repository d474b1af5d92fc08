-- Inserts a backfill.
INSERT INTO backfill (from_date, to_date, mode, started_at)
VALUES (?, ?, ?, UTC_TIMESTAMP(3))
