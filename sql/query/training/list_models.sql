-- Lists the models in order of date and registration.
SELECT model_version, state, document, decision, comparison, promoted_by, promoted_reason, promoted_at
FROM model_version
ORDER BY as_of, registered
