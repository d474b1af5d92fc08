SELECT publication, score_date, run_id, slot, model_version, customers, scored, score_digest, row_digest,
       published_at, good_until
FROM score_publication
WHERE rolled_back_at IS NULL
ORDER BY publication DESC
LIMIT ?
