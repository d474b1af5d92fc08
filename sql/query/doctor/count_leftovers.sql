SELECT (SELECT COUNT(*) FROM score_slot WHERE state = 'SPENT') AS spent_slots,
       (SELECT COUNT(*) FROM source_rejection)                 AS source_rejections,
       (SELECT COUNT(*) FROM import_rejection)                 AS import_rejections,
       (SELECT COUNT(*) FROM history_due)                      AS histories_due
