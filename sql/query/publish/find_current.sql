-- Finds the publication that readers see.
SELECT b.publication, b.score_date, b.run_id, b.slot, b.model_version, b.customers, b.scored, b.score_digest,
       b.row_digest, b.published_at, b.good_until, b.model_note, b.day_note, b.forced_by,
       b.forced_reason, b.horizon_days, b.horizon_digest, b.newest_data, b.model_as_of, b.stale_reason
FROM score_pointer p
JOIN score_publication b ON b.publication = p.publication
WHERE p.one = 1
