-- Gets one model.
SELECT model_version, state, document, decision, comparison, promoted_by, promoted_reason, promoted_at
FROM model_version
WHERE model_version = ?
