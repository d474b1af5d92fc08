SELECT model_version, as_of, state, registered, code_version, document, registered_at
FROM model_version
WHERE model_version = ?
