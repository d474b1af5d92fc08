-- A run that was begun after the mark has read the day as it is now.
DELETE FROM business_day_again
WHERE after_run < ?
  AND business_date IN (SELECT d.business_date FROM run_day d WHERE d.run_id = ?)
