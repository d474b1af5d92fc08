-- Lists the partitions of a run that are or were offered under the last lease of it, and who works on them.
SELECT step, partition_number, state, attempts, worker, taken_at, failure_code, failure
FROM run_claim
WHERE run_id = ?
ORDER BY step, partition_number
