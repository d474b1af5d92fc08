-- Lists the ranges of customers of a step in order of its partitions.
SELECT partition_number, from_customer, to_customer
FROM run_range
WHERE run_id = ? AND step = ?
ORDER BY partition_number
