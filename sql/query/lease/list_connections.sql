WITH RECURSIVE numbers (number) AS (
    SELECT 0
    UNION ALL
    SELECT number + 1 FROM numbers WHERE number < 63
)
SELECT used.connection_id
FROM (
    SELECT IS_USED_LOCK(CONCAT('allegiance-', LEFT(SHA2(DATABASE(), 256), 24), '-', ?, '-', number)) AS connection_id
    FROM numbers
) used
WHERE used.connection_id IS NOT NULL
