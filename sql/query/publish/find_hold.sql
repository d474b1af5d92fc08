-- Finds the oldest hold that was not released.
SELECT held_by, reason, held_at
FROM publication_hold
WHERE released_at IS NULL
ORDER BY hold_id
LIMIT 1
