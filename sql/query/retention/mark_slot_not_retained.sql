-- Marks the publications of a slot as not retained, before the slot is emptied.
UPDATE score_publication
SET retained = FALSE
WHERE slot = ? AND retained
