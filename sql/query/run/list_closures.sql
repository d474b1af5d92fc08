-- Lists the closures that a run froze, in order.
SELECT from_date, to_date, found
FROM run_closure
WHERE run_id = ?
ORDER BY from_date, to_date, found
