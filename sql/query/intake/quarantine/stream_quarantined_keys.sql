-- Streams the keys and text hashes by which an import recognises quarantined lines of earlier imports of its kind.
SELECT r.transaction_id, r.line_key, r.text_hash
FROM import_rejection r
STRAIGHT_JOIN import_file f ON f.import_id = r.import_id
WHERE r.closed_at IS NULL
  AND r.import_id < ?
  AND f.kind = ?
