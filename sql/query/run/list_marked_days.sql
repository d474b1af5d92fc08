-- Days to be read again whatever their totals say, by a run that was begun when or before they were marked.
SELECT business_date
FROM business_day_again
WHERE business_date <= ? AND after_run >= ?
ORDER BY business_date
