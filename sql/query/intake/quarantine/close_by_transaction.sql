-- Closes quarantined lines of earlier imports whose transactions were replaced now.
UPDATE import_rejection r
JOIN import_file f ON f.import_id = r.import_id
SET r.closed_at = UTC_TIMESTAMP(3), r.closed_how = 'REPLACED', r.closed_by = :importId
WHERE r.transaction_id IN (:transactionIds)
  AND r.closed_at IS NULL
  AND r.import_id < :importId
  AND f.kind = :kind
