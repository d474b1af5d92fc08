-- Registers a model. The same fit of the same data is the same model and is inserted once.
INSERT IGNORE INTO model_version (model_version, as_of, state, registered, code_version, document, registered_at,
    decision, comparison)
SELECT ?, ?, 'KEPT', COALESCE(MAX(registered), 0) + 1, ?, ?, UTC_TIMESTAMP(3), ?, ?
FROM model_version
