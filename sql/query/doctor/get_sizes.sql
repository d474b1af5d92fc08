-- Gets the bytes of the largest slot and of the whole schema, as the server estimates them.
SELECT (SELECT COALESCE(MAX(p.data_length + p.index_length), 0)
        FROM information_schema.partitions p
        WHERE p.table_schema = DATABASE() AND p.table_name = 'customer_score')           AS largest_slot,
       (SELECT COALESCE(SUM(t.data_length + t.index_length), 0)
        FROM information_schema.tables t
        WHERE t.table_schema = DATABASE())                                               AS all_tables
