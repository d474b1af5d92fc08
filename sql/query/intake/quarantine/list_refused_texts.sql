-- Lists the quarantined lines of some imports with some line numbers that are kept byte for byte.
SELECT import_id, line_number, part, line
FROM import_rejection
WHERE import_id IN (:imports)
  AND line_number IN (:numbers)
  AND closed_at IS NULL
  AND whole
