UPDATE model_version
SET state = 'ACTIVE', decision = ?, comparison = ?
WHERE model_version = ? AND state = 'KEPT'
