-- Every execution of a run's steps and of their partitions that began, in that order; a night may be killed when one is on
-- record and has not begun.
SELECT s.STEP_NAME                                                         AS step_name,
       s.START_TIME                                                        AS started_at,
       TIMESTAMPDIFF(MICROSECOND, s.START_TIME, s.END_TIME) DIV 1000       AS took_millis,
       s.READ_COUNT                                                        AS read_count,
       s.WRITE_COUNT                                                       AS write_count
FROM BATCH_JOB_EXECUTION_PARAMS p
JOIN BATCH_STEP_EXECUTION s ON s.JOB_EXECUTION_ID = p.JOB_EXECUTION_ID
WHERE p.PARAMETER_NAME = 'runId' AND p.PARAMETER_VALUE = ? AND s.START_TIME IS NOT NULL
ORDER BY s.STEP_EXECUTION_ID
