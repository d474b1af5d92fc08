-- The newest active model that knows nothing from after a date.
SELECT model_version, as_of, state, registered, code_version, document, registered_at
FROM model_version
WHERE state = 'ACTIVE' AND as_of <= ?
ORDER BY as_of DESC, registered DESC
LIMIT 1
