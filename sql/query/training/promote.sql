-- Activates a model that an operator promotes, and records who and why.
UPDATE model_version
SET state = 'ACTIVE', promoted_by = ?, promoted_reason = ?, promoted_at = UTC_TIMESTAMP(3)
WHERE model_version = ?
