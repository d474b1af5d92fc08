SELECT as_of
FROM history_state
WHERE one = 1
