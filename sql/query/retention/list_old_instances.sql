-- Lists Spring Batch's job instances of runs that no one restarts, with the number of their executions: the run is completed,
-- abandoned, followed by another attempt at the same date, or deleted, and no execution changed within the days to keep.
SELECT e.JOB_INSTANCE_ID AS instance, COUNT(*) AS executions
FROM BATCH_JOB_EXECUTION e
JOIN BATCH_JOB_EXECUTION_PARAMS p ON p.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID AND p.PARAMETER_NAME = 'runId'
LEFT JOIN run r ON r.run_id = CAST(p.PARAMETER_VALUE AS UNSIGNED)
WHERE r.run_id IS NULL
   OR r.state IN ('COMPLETED', 'ABANDONED')
   OR EXISTS (SELECT 1
              FROM run a
              WHERE a.job = r.job AND a.business_date = r.business_date AND a.attempt > r.attempt)
GROUP BY e.JOB_INSTANCE_ID
HAVING MAX(COALESCE(e.LAST_UPDATED, e.CREATE_TIME)) < TIMESTAMPADD(DAY, - ?, UTC_TIMESTAMP(3))
ORDER BY e.JOB_INSTANCE_ID
