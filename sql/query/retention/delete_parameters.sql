-- Deletes the parameters of the executions of some of Spring Batch's job instances.
DELETE p
FROM BATCH_JOB_EXECUTION_PARAMS p
JOIN BATCH_JOB_EXECUTION e ON e.JOB_EXECUTION_ID = p.JOB_EXECUTION_ID
WHERE e.JOB_INSTANCE_ID IN (:instances)
