-- Saves one value of the progress of a partition.
REPLACE INTO run_progress (run_id, step, partition_number, name, value, saved_at)
VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(3))
