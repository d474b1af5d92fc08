-- Lists the executions of a job instance that have a parameter of another name or type than this program gives.
SELECT CONCAT('job execution ', e.JOB_EXECUTION_ID) AS execution
FROM BATCH_JOB_EXECUTION e
JOIN BATCH_JOB_EXECUTION_PARAMS p ON p.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID
WHERE e.JOB_INSTANCE_ID = ?
  AND NOT (p.PARAMETER_NAME = 'runId' AND p.PARAMETER_TYPE = 'java.lang.Long'
           OR p.PARAMETER_NAME = 'businessDate' AND p.PARAMETER_TYPE = 'java.lang.String')
