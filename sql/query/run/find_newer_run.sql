-- Whether a night was begun since, which moved the histories on, or a training that took in days which changed.
SELECT COUNT(*)
FROM run
WHERE run_id > ?
  AND (job = 'nightly' OR EXISTS (SELECT 1 FROM history_due))
