-- Lists the executions of a run's steps and of their partitions in the order in which they were created.
SELECT s.STEP_NAME    AS step_name,
       s.STATUS       AS status,
       s.START_TIME   AS started_at,
       s.END_TIME     AS ended_at,
       s.LAST_UPDATED AS updated_at,
       s.READ_COUNT   AS read_count,
       s.WRITE_COUNT  AS write_count
FROM BATCH_JOB_EXECUTION_PARAMS p
JOIN BATCH_STEP_EXECUTION s ON s.JOB_EXECUTION_ID = p.JOB_EXECUTION_ID
WHERE p.PARAMETER_NAME = 'runId' AND p.PARAMETER_VALUE = ?
ORDER BY s.STEP_EXECUTION_ID
