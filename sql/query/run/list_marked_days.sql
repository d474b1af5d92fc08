-- Lists the days up to a date that were marked after a run began, in order of the days. They are read again even if their totals
-- have not changed.
SELECT business_date
FROM business_day_again
WHERE business_date <= ? AND after_run >= ?
ORDER BY business_date
