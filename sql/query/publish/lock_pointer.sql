-- Locks the pointer until the next commit: a hold waits for a publication under way, and a publication for a hold.
SELECT one
FROM score_pointer
WHERE one = 1
FOR UPDATE
