-- Records a sign of life of a worker.
UPDATE run_worker
SET seen_at = UTC_TIMESTAMP(3)
WHERE worker_id = ?
