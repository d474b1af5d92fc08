-- Records the end of an import, the checksum of its file, and the rows that gave no line.
UPDATE import_file
SET finished_at = :now, content_sum = :contentSum, rows_read = :rows, left_out = :leftOut
WHERE import_id = :importId
