-- In the same transaction as each chunk, so that the counts are those of what landed.
UPDATE import_file
SET lines_read = :linesRead, landed = :landed, already_landed = :alreadyLanded, rejected = :rejected
WHERE import_id = :importId
