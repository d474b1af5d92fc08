-- Marks the days on which a rate that was added or changed is the last one known, among the days that a run has taken in or is
-- taking in.
REPLACE INTO business_day_again (business_date, after_run)
SELECT k.business_date, (SELECT COALESCE(MAX(n.run_id), 0) FROM run n)
FROM (
    SELECT business_date
    FROM business_day
    WHERE business_date >= ? AND business_date <= ?
    UNION
    SELECT d.business_date
    FROM run_day d
    JOIN run r ON r.run_id = d.run_id
    WHERE d.business_date >= ? AND d.business_date <= ?
      AND r.state NOT IN ('COMPLETED', 'ABANDONED')
) k
WHERE NOT EXISTS (
    SELECT 1
    FROM fx_rate later
    WHERE later.currency = ? AND later.rate_date > ? AND later.rate_date <= k.business_date)
