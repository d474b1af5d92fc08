-- Finds the newest active model of a date or before it.
SELECT model_version, state, document, decision, comparison, promoted_by, promoted_reason, promoted_at
FROM model_version
WHERE state = 'ACTIVE' AND as_of <= ?
ORDER BY as_of DESC, registered DESC
LIMIT 1
