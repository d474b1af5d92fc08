UPDATE import_file
SET finished_at = :now, content_sum = :contentSum
WHERE import_id = :importId
