-- Lists the segments of some customers as readers saw them with a publication. A rollback adds changes with an older number,
-- which tell what readers saw with that one.
SELECT c.customer_id, c.to_segment AS segment
FROM segment_change c
JOIN (SELECT customer_id, MAX(sequence) AS sequence
      FROM segment_change
      WHERE customer_id IN (:customers) AND publication <= :publication
      GROUP BY customer_id) newest ON newest.sequence = c.sequence
WHERE c.to_segment IS NOT NULL
