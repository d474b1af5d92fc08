-- Deletes the step executions of some of Spring Batch's job instances.
DELETE s
FROM BATCH_STEP_EXECUTION s
JOIN BATCH_JOB_EXECUTION e ON e.JOB_EXECUTION_ID = s.JOB_EXECUTION_ID
WHERE e.JOB_INSTANCE_ID IN (:instances)
