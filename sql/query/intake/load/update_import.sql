-- Updates the counts of an import, in the transaction of each chunk, so that they match the lines that landed.
UPDATE import_file
SET lines_read = :linesRead, landed = :landed, already_landed = :alreadyLanded, rejected = :rejected
WHERE import_id = :importId
