-- Finds which build of the program runs a run, and with which settings of lines.
SELECT build_id, zone, reporting_currency, earliest_date
FROM run
WHERE run_id = ? AND build_id IS NOT NULL
