-- Marks the days of which a run rejected lines, or an import before it. The next run reads them again, this one does not. An
-- existing mark stays.
INSERT IGNORE INTO business_day_again (business_date, after_run)
SELECT d.business_date, d.run_id - 1
FROM run_day d
WHERE d.run_id = ?
  AND (d.refused_at_import > 0
       OR EXISTS (
           SELECT 1
           FROM run_day_count c
           WHERE c.run_id = d.run_id AND c.business_date = d.business_date AND c.rejected > 0))
