-- Empties one slot. The program replaces 00 with the slot's number, because a partition's name cannot be a parameter.
ALTER TABLE customer_score TRUNCATE PARTITION slot_00
