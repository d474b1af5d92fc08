-- Takes back the offers of a step, and asks those who work on its partitions to stop behind their chunk.
UPDATE run_claim
SET state = CASE WHEN state = 'OFFERED' THEN 'WITHDRAWN' ELSE 'STOPPING' END
WHERE run_id = ? AND step = ? AND lease_token = ? AND state IN ('OFFERED', 'TAKEN')
