-- Finds the newest time on record, which the server's clock gave, and how many seconds it is ahead of that clock now.
SELECT newest.at, TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(3), newest.at) AS seconds_ahead
FROM (
    SELECT GREATEST(
        COALESCE((SELECT MAX(started_at) FROM run), '1970-01-01'),
        COALESCE((SELECT MAX(ended_at) FROM run), '1970-01-01'),
        COALESCE((SELECT MAX(published_at) FROM score_publication), '1970-01-01'),
        COALESCE((SELECT taken_at FROM run_lease WHERE name = 'allegiance'), '1970-01-01')) AS at
) newest
