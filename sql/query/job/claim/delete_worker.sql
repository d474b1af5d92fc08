-- Deletes a worker that has ended.
DELETE FROM run_worker
WHERE worker_id = ?
