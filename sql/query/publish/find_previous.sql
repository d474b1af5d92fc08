-- Finds the publication with which segments are compared: the newest one of the last date before, with its rows, not rolled
-- back.
SELECT publication, score_date, run_id, slot, model_version, customers, scored, score_digest, row_digest,
       published_at, good_until, model_note, day_note, forced_by, forced_reason,
       horizon_days, horizon_digest, newest_data, model_as_of, stale_reason
FROM score_publication
WHERE score_date < ? AND rolled_back_at IS NULL AND retained
ORDER BY score_date DESC, publication DESC
LIMIT 1
