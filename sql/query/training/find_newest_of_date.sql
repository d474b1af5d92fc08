-- Finds the model of a date that was registered last.
SELECT model_version, state, document, decision, comparison, promoted_by, promoted_reason, promoted_at
FROM model_version
WHERE as_of = ?
ORDER BY registered DESC
LIMIT 1
