-- Saves how many lines of a run's day imports refused.
UPDATE run_day
SET refused_at_import = ?
WHERE run_id = ? AND business_date = ?
