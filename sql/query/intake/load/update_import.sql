-- Updates the counts of an import and the days of its lines, in the transaction of each chunk, so that they match the lines that
-- landed.
UPDATE import_file
SET lines_read = :linesRead, landed = :landed, already_landed = :alreadyLanded, rejected = :rejected,
    cancelled = :cancelled, replaced = :replaced, first_day = :firstDay, last_day = :lastDay
WHERE import_id = :importId
