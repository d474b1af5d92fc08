-- Activates a model and records the decision and the comparison that led to it.
UPDATE model_version
SET state = 'ACTIVE', decision = ?, comparison = ?
WHERE model_version = ? AND state = 'KEPT'
