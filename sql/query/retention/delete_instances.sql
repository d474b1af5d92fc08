-- Deletes some of Spring Batch's job instances.
DELETE FROM BATCH_JOB_INSTANCE
WHERE JOB_INSTANCE_ID IN (:instances)
