-- Sets the creation times of all step executions of a job instance to the same value, so that their numbers decide the order.
-- START_TIME keeps the time when a step began.
UPDATE BATCH_STEP_EXECUTION s
JOIN BATCH_JOB_EXECUTION e ON e.JOB_EXECUTION_ID = s.JOB_EXECUTION_ID
JOIN (
    SELECT MIN(o.CREATE_TIME) AS first_time
    FROM BATCH_JOB_EXECUTION o
    WHERE o.JOB_INSTANCE_ID = ?
) f
SET s.CREATE_TIME = f.first_time
WHERE e.JOB_INSTANCE_ID = ?
