-- Sets the date of the histories and the version of the folds that computed them.
UPDATE history_state
SET as_of = ?, folded_with = ?
WHERE one = 1
