SELECT as_of, folded_with
FROM history_state
WHERE one = 1
