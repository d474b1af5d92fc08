-- The program puts the slot's number in the place of 00; a partition's name takes no parameter.
ALTER TABLE customer_score TRUNCATE PARTITION slot_00
