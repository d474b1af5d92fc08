UPDATE score_publication
SET retained = FALSE
WHERE slot = ? AND retained
