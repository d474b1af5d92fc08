-- Inserts segment changes in bulk that readers do not see yet.
LOAD DATA LOCAL INFILE 'rows'
INTO TABLE segment_change_pending
CHARACTER SET utf8mb4
FIELDS TERMINATED BY '\t' ESCAPED BY '\\'
LINES TERMINATED BY '\n'
(sequence, publication, customer_id, from_segment, to_segment, changed_on)
