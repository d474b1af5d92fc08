-- Every execution of a run's steps. What partitions read is counted with them, not again with their step.
SELECT s.STEP_NAME                                                                   AS step_name,
       s.STATUS                                                                      AS status,
       s.READ_COUNT                                                                  AS read_count,
       s.WRITE_COUNT                                                                 AS write_count,
       TIMESTAMPDIFF(MICROSECOND, s.START_TIME, COALESCE(s.END_TIME, s.LAST_UPDATED)) / 1000000 AS seconds
FROM BATCH_JOB_EXECUTION_PARAMS p
JOIN BATCH_STEP_EXECUTION s ON s.JOB_EXECUTION_ID = p.JOB_EXECUTION_ID
WHERE p.PARAMETER_NAME = 'runId' AND p.PARAMETER_VALUE = ?
ORDER BY s.STEP_EXECUTION_ID
