-- Points readers to a publication and shows them the segment changes up to a number, never back to an earlier date.
UPDATE score_pointer p
JOIN score_publication b ON b.publication = ?
LEFT JOIN score_publication now ON now.publication = p.publication
SET p.publication = b.publication, p.slot = b.slot, p.segment_sequence = ?
WHERE p.one = 1
  AND (now.publication IS NULL OR now.score_date <= b.score_date)
