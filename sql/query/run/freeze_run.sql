UPDATE run
SET model_version = ?, configuration_hash = ?, configuration = ?, previous_publication = ?, slot = ?
WHERE run_id = ?
