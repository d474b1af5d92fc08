-- Finds the oldest hold that was not released, as it is now and not as it was when the transaction began.
SELECT held_by, reason, held_at
FROM publication_hold
WHERE released_at IS NULL
ORDER BY hold_id
LIMIT 1
LOCK IN SHARE MODE
