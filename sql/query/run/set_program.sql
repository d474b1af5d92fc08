-- Sets which build of the program runs a run, and with which settings of lines.
UPDATE run
SET build_id = ?, zone = ?, reporting_currency = ?, earliest_date = ?
WHERE run_id = ?
