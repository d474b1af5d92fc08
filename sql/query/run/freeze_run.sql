-- Freezes what a run computes with: the model, the configuration, the publication before, the slot and the newest import.
UPDATE run
SET model_version = ?, configuration_hash = ?, configuration = ?, previous_publication = ?, slot = ?,
    feeds_up_to = (SELECT COALESCE(MAX(f.import_id), 0) FROM import_file f WHERE f.kind IN ('referral', 'incident'))
WHERE run_id = ?
