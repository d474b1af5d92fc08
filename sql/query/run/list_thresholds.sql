-- Lists the frozen thresholds of a run.
SELECT name, value
FROM run_threshold
WHERE run_id = ?
