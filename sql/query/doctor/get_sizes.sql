-- Gets the bytes of the largest slot, with what it has of further horizons, and of the whole schema, as the server estimates them.
SELECT (SELECT COALESCE(MAX(slots.bytes), 0)
        FROM (SELECT SUM(p.data_length + p.index_length) AS bytes
              FROM information_schema.partitions p
              WHERE p.table_schema = DATABASE() AND p.table_name IN ('customer_score', 'customer_score_horizon')
              GROUP BY p.partition_name) slots)                                          AS largest_slot,
       (SELECT COALESCE(SUM(t.data_length + t.index_length), 0)
        FROM information_schema.tables t
        WHERE t.table_schema = DATABASE())                                               AS all_tables
