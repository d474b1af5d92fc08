-- Whether another run was begun since: it may have moved the histories on.
SELECT COUNT(*)
FROM run
WHERE run_id > ?
