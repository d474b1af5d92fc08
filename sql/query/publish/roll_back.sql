-- Marks a publication as rolled back.
UPDATE score_publication
SET rolled_back_at = UTC_TIMESTAMP(3), rolled_back_by = ?, rolled_back_reason = ?
WHERE publication = ?
