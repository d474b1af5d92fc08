-- Inserts a run.
INSERT INTO run (job, business_date, attempt, state, confirmed_by, confirmed_reason, confirmed_at, backfill_id, started_at)
VALUES (?, ?, ?, 'RUNNING', ?, ?, IF(? IS NULL, NULL, UTC_TIMESTAMP(3)), ?, UTC_TIMESTAMP(3))
