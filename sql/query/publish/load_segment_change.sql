-- Inserts segment changes in bulk.
LOAD DATA LOCAL INFILE 'rows'
INTO TABLE segment_change
CHARACTER SET utf8mb4
FIELDS TERMINATED BY '\t' ESCAPED BY '\\'
LINES TERMINATED BY '\n'
(publication, customer_id, from_segment, to_segment, changed_on)
