-- Inserts a run.
INSERT INTO run (job, business_date, attempt, state, confirmed_by, confirmed_reason, backfill_id, started_at)
VALUES (?, ?, ?, 'RUNNING', ?, ?, ?, UTC_TIMESTAMP(3))
