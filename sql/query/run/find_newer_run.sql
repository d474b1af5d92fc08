-- Counts the nights that began after a run, and the trainings if histories are due. A night moved the histories on, and a
-- training took in changed days.
SELECT COUNT(*)
FROM run
WHERE run_id > ?
  AND (job = 'nightly' OR EXISTS (SELECT 1 FROM history_due))
