-- Counts the lines with a given hash, and finds the highest number among those of one import: lines that it landed, and
-- rejected lines of it that a replay found landed.
SELECT COUNT(*)                                                                                     AS standing,
       COALESCE(MAX(CASE WHEN import_id = :importId THEN CAST(SUBSTRING(line_key, 24) AS UNSIGNED) END), 0) AS own
FROM (
    SELECT import_id, line_key
    FROM transaction_line
    WHERE transaction_id >= :fromTransaction AND transaction_id <= :toTransaction
      AND line_key >= :fromKey AND line_key < :toKey
    UNION ALL
    SELECT import_id, line_key
    FROM cancelled_line
    WHERE transaction_id >= :fromTransaction AND transaction_id <= :toTransaction
      AND line_key >= :fromKey AND line_key < :toKey
    UNION ALL
    SELECT import_id, line_key
    FROM import_rejection
    WHERE transaction_id >= :fromTransaction AND transaction_id <= :toTransaction
      AND line_key >= :fromKey AND line_key < :toKey
      AND closed_how = 'REPLAYED'
      AND import_id = :importId
) l
