-- Who moved between what readers saw, one slot, and what they see, another. Both lie in the order of the primary key, which
-- the hints keep the secondary index from replacing.
INSERT INTO segment_change (publication, customer_id, from_segment, to_segment, changed_on)
SELECT ?, d.customer_id, d.from_segment, d.to_segment, ?
FROM (
    SELECT n.customer_id, o.segment AS from_segment, n.segment AS to_segment
    FROM customer_score n FORCE INDEX (PRIMARY)
    LEFT JOIN customer_score o FORCE INDEX (PRIMARY) ON o.slot = ? AND o.customer_id = n.customer_id
    WHERE n.slot = ? AND (o.segment IS NULL OR o.segment <> n.segment)
    UNION ALL
    SELECT o.customer_id, o.segment, NULL
    FROM customer_score o FORCE INDEX (PRIMARY)
    LEFT JOIN customer_score n FORCE INDEX (PRIMARY) ON n.slot = ? AND n.customer_id = o.customer_id
    WHERE o.slot = ? AND n.customer_id IS NULL
) d
ORDER BY d.customer_id
