-- Trained again, so it is the newest of its date again.
UPDATE model_version m
JOIN (SELECT MAX(registered) AS last FROM model_version) newest
SET m.registered = newest.last + 1
WHERE m.model_version = ? AND m.registered < newest.last
