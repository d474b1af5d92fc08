-- Finds the confirmation of a run; without a time on record, the start of the run counts.
SELECT run_id, COALESCE(confirmed_date, business_date) AS confirmed_date, confirmed_by, confirmed_reason,
       COALESCE(confirmed_at, started_at) AS confirmed_at
FROM run
WHERE run_id = ? AND confirmed_by IS NOT NULL
