SELECT model_version, as_of, state, registered, code_version, document, registered_at
FROM model_version
ORDER BY as_of, registered
