UPDATE score_pointer
SET publication = ?, slot = ?
WHERE one = 1
