-- Deletes the executions of some of Spring Batch's job instances.
DELETE FROM BATCH_JOB_EXECUTION
WHERE JOB_INSTANCE_ID IN (:instances)
