-- Deletes the marks of a run's days that were set before the run began: it has read these days as they are now.
DELETE FROM business_day_again
WHERE after_run < ?
  AND business_date IN (SELECT d.business_date FROM run_day d WHERE d.run_id = ?)
