-- All the same: then the number decides. When a step really began stands in START_TIME.
UPDATE BATCH_STEP_EXECUTION s
JOIN BATCH_JOB_EXECUTION e ON e.JOB_EXECUTION_ID = s.JOB_EXECUTION_ID
JOIN (
    SELECT MIN(o.CREATE_TIME) AS first_time
    FROM BATCH_JOB_EXECUTION o
    WHERE o.JOB_INSTANCE_ID = ?
) f
SET s.CREATE_TIME = f.first_time
WHERE e.JOB_INSTANCE_ID = ?
