-- Finds the first and the last day that a run has taken in or is taking in.
SELECT MIN(first_day), MAX(last_day)
FROM (
    SELECT MIN(business_date) AS first_day, MAX(business_date) AS last_day FROM business_day
    UNION ALL
    SELECT MIN(d.business_date), MAX(d.business_date)
    FROM run_day d
    JOIN run r ON r.run_id = d.run_id
    WHERE r.state NOT IN ('COMPLETED', 'ABANDONED')
) k
