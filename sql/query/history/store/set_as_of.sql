UPDATE history_state
SET as_of = ?, folded_with = ?
WHERE one = 1
