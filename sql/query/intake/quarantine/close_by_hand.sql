-- Closes quarantined lines of an import that a person dismisses: those with a line number, or all where none is given.
UPDATE import_rejection
SET closed_at = UTC_TIMESTAMP(3), closed_how = 'DISMISSED', dismissed_by = :by, dismissed_why = :why
WHERE import_id = :importId
  AND closed_at IS NULL
  AND (:line IS NULL OR line_number = :line)
LIMIT 20000
