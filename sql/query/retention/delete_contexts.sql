-- Deletes the contexts of the executions of some of Spring Batch's job instances.
DELETE c
FROM BATCH_JOB_EXECUTION_CONTEXT c
JOIN BATCH_JOB_EXECUTION e ON e.JOB_EXECUTION_ID = c.JOB_EXECUTION_ID
WHERE e.JOB_INSTANCE_ID IN (:instances)
