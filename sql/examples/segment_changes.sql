-- Customers who changed segment since you last asked. Keep the largest sequence that you have seen and use it instead of 0;
-- sequences only grow, so nothing is missed and nothing comes twice; after a failover see src/docs/replicas.md. from_segment is NULL for customers who were not
-- there before, to_segment for customers who are no longer there. All changes in their order, from the first, give the segments
-- of current_customer_score.
SELECT sequence, customer_id, from_segment, to_segment, changed_on
FROM segment_change
WHERE sequence > 0
ORDER BY sequence
LIMIT 1000;
