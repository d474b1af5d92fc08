-- Finds the number of the last segment change that readers see; 0 before the first.
SELECT segment_sequence
FROM score_pointer
WHERE one = 1
