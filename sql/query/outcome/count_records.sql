-- Counts the outcomes of a publication that a training recorded: 1 where it did, 0 where another one did.
SELECT COUNT(*)
FROM publication_outcome
WHERE publication = ? AND group_kind = 'ALL' AND run_id = ?
