-- Inserts a worker that begins.
INSERT INTO run_worker (name, build_id, threads, connections, started_at, seen_at)
VALUES (?, ?, ?, ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))
