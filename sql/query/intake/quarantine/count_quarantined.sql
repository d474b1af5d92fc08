-- Counts the quarantined lines of files and of source_transaction by reason, most lines first.
SELECT reason, SUM(of_files) AS of_files, SUM(of_source) AS of_source
FROM (
    SELECT reason, COUNT(*) AS of_files, 0 AS of_source
    FROM import_rejection
    WHERE closed_at IS NULL
    GROUP BY reason
    UNION ALL
    SELECT reason, 0, COUNT(*)
    FROM source_rejection
    GROUP BY reason
) w
GROUP BY reason
ORDER BY SUM(of_files) + SUM(of_source) DESC, reason
