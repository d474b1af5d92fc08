-- Days of which a run refused too many lines: the next one reads them again, this one need not. A mark that is there and says
-- more stays.
INSERT IGNORE INTO business_day_again (business_date, after_run)
SELECT DISTINCT c.business_date, c.run_id - 1
FROM run_day_count c
WHERE c.run_id = ? AND c.rejected > 0
