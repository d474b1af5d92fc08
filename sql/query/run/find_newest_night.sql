-- Finds the newest complete run of a job for a date or a later one; 0 without one.
SELECT COALESCE(MAX(run_id), 0)
FROM run
WHERE job = ? AND state = 'COMPLETED' AND business_date >= ?
