-- Finds the version of the model that the next night uses: the newest one that nights may use.
SELECT model_version
FROM model_version
WHERE state = 'ACTIVE'
ORDER BY as_of DESC, registered DESC
LIMIT 1
