-- Points readers to a publication, also to one of an earlier date, and shows them the segment changes up to a number.
UPDATE score_pointer
SET publication = ?, slot = ?, segment_sequence = ?
WHERE one = 1
