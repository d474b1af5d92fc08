-- Makes a model that was trained again the newest of its date.
UPDATE model_version m
JOIN (SELECT MAX(registered) AS last FROM model_version) newest
SET m.registered = newest.last + 1
WHERE m.model_version = ? AND m.registered < newest.last
