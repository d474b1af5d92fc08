-- Marks the days of which a run rejected lines. The next run reads them again, this one does not. An existing mark stays.
INSERT IGNORE INTO business_day_again (business_date, after_run)
SELECT DISTINCT c.business_date, c.run_id - 1
FROM run_day_count c
WHERE c.run_id = ? AND c.rejected > 0
