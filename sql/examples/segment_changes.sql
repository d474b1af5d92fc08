-- Who changed segment since you last asked. Keep the largest sequence that you have seen and put it in the place of 0;
-- sequences only grow, so that nothing is missed and nothing comes twice. from_segment is NULL for customers who were not
-- there before, to_segment for customers who are no longer there. Whoever applies all changes in their order, from the
-- first, has the segments of current_customer_score.
SELECT sequence, customer_id, from_segment, to_segment, changed_on
FROM segment_change
WHERE sequence > 0
ORDER BY sequence
LIMIT 1000;
