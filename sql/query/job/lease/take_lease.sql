-- Takes the lease with the next token.
UPDATE run_lease
SET token = token + 1, owner = ?, taken_at = UTC_TIMESTAMP(3)
WHERE name = 'allegiance'
