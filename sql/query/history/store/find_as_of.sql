-- Finds the date of the histories and the version of the folds that computed them.
SELECT as_of, folded_with
FROM history_state
WHERE one = 1
