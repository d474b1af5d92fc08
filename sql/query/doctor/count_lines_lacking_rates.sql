SELECT COUNT(*)
FROM source_rejection
WHERE reason = ?
