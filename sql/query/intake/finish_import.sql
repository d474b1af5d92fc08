UPDATE import_file
SET finished_at = :now
WHERE import_id = :importId
