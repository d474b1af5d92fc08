-- Empties one slot of the scores over further horizons. The program replaces 00 with the slot's number, because a partition's name
-- cannot be a parameter.
ALTER TABLE customer_score_horizon TRUNCATE PARTITION slot_00
