-- Deactivates the active models that nights would prefer to the one promoted.
UPDATE model_version other
JOIN model_version promoted ON promoted.model_version = ?
SET other.state = 'KEPT', other.decision = ?
WHERE other.state = 'ACTIVE'
  AND (other.as_of > promoted.as_of OR (other.as_of = promoted.as_of AND other.registered > promoted.registered))
