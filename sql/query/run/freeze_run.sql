UPDATE run
SET model_version = ?, configuration_hash = ?, configuration = ?, previous_publication = ?, slot = ?,
    feeds_up_to = (SELECT COALESCE(MAX(f.import_id), 0) FROM import_file f WHERE f.kind IN ('referral', 'incident'))
WHERE run_id = ?
