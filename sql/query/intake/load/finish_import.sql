-- Records the end of an import and the checksum of its file.
UPDATE import_file
SET finished_at = :now, content_sum = :contentSum
WHERE import_id = :importId
