-- Closes quarantined lines of earlier imports whose key has landed now.
UPDATE import_rejection r
JOIN import_file f ON f.import_id = r.import_id
SET r.closed_at = UTC_TIMESTAMP(3), r.closed_how = 'LANDED', r.closed_by = :importId
WHERE (r.transaction_id, r.line_key) IN (:keys)
  AND r.closed_at IS NULL
  AND r.import_id < :importId
  AND f.kind = :kind
