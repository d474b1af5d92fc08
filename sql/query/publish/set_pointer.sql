-- Points readers to a publication, also to one of an earlier date.
UPDATE score_pointer
SET publication = ?, slot = ?
WHERE one = 1
