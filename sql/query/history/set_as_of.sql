UPDATE history_state
SET as_of = ?
WHERE one = 1
