-- The feed of segment changes tells who moved between what readers saw and what they see: also those who are no longer there.

ALTER TABLE segment_change
    MODIFY COLUMN from_segment VARCHAR(32) NULL COMMENT 'NULL where readers did not see the customer before',
    MODIFY COLUMN to_segment   VARCHAR(32) NULL COMMENT 'NULL where readers no longer see the customer';

-- Until now it left out who vanished, and told of republished dates as if they were the first. So that whoever reads it from
-- its beginning arrives at what readers see now, it is brought there once.
INSERT INTO segment_change (publication, customer_id, from_segment, to_segment, changed_on)
SELECT d.publication, d.customer_id, d.from_segment, d.to_segment, d.score_date
FROM (
    SELECT b.publication, b.score_date, s.customer_id, t.to_segment AS from_segment, s.segment AS to_segment
    FROM score_pointer p
    JOIN score_publication b ON b.publication = p.publication
    JOIN customer_score s ON s.slot = p.slot
    LEFT JOIN (
        SELECT customer_id, MAX(sequence) AS sequence
        FROM segment_change
        GROUP BY customer_id
    ) l ON l.customer_id = s.customer_id
    LEFT JOIN segment_change t ON t.sequence = l.sequence
    WHERE t.to_segment IS NULL OR t.to_segment <> s.segment
    UNION ALL
    SELECT b.publication, b.score_date, t.customer_id, t.to_segment, NULL
    FROM score_pointer p
    JOIN score_publication b ON b.publication = p.publication
    CROSS JOIN (
        SELECT MAX(sequence) AS sequence
        FROM segment_change
        GROUP BY customer_id
    ) l
    JOIN segment_change t ON t.sequence = l.sequence
    LEFT JOIN customer_score s ON s.slot = p.slot AND s.customer_id = t.customer_id
    WHERE t.to_segment IS NOT NULL AND s.customer_id IS NULL
) d
ORDER BY d.customer_id;
