-- Finds a publication that was not rolled back and has its rows.
SELECT publication, score_date, run_id, slot, model_version, customers, scored, score_digest, row_digest,
       published_at, good_until, model_note, day_note, forced_by, forced_reason,
       horizon_days, horizon_digest, newest_data, model_as_of, stale_reason
FROM score_publication
WHERE publication = ? AND rolled_back_at IS NULL AND retained
