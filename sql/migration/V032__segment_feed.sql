-- The numbers of the feed of segment changes are given by the program, in the order of the changes: the server's own count runs
-- ahead after bulk loads, and otherwise on a primary than on its replicas. The rows of a publication may be written in several
-- transactions; readers see them from the moment at which the pointer moves. So the rows go into segment_feed, and segment_change
-- becomes a view on those that readers may see. What is there keeps its numbers.

ALTER TABLE score_pointer
    ADD COLUMN segment_sequence BIGINT NOT NULL DEFAULT 0 COMMENT 'the last number of segment_change that readers see';

-- The server tells by a row how far it has counted: also numbers whose rows were deleted since are not given twice.
INSERT INTO segment_change (publication, customer_id, changed_on) VALUES (0, '', '2000-01-01');

UPDATE score_pointer
SET segment_sequence = LAST_INSERT_ID() - 1
WHERE one = 1;

DELETE FROM segment_change
WHERE sequence = LAST_INSERT_ID();

ALTER TABLE segment_change
    MODIFY COLUMN sequence BIGINT NOT NULL COMMENT 'grows without gaps; a reader resumes after the last one that it has read',
    RENAME TO segment_feed;

ALTER TABLE segment_feed
    COMMENT = 'The rows of segment_change, and those of a publication that is being made. Readers use segment_change.';

CREATE VIEW segment_change AS
SELECT f.sequence, f.publication, f.customer_id, f.from_segment, f.to_segment, f.changed_on
FROM segment_feed f
WHERE f.sequence <= (SELECT p.segment_sequence FROM score_pointer p WHERE p.one = 1);

-- What an account that publishes may write and delete: nothing that readers see.
CREATE VIEW segment_change_pending AS
SELECT f.sequence, f.publication, f.customer_id, f.from_segment, f.to_segment, f.changed_on
FROM segment_feed f
WHERE f.sequence > (SELECT p.segment_sequence FROM score_pointer p WHERE p.one = 1)
WITH CHECK OPTION;

-- How old what readers see is, by the clock of the server that is asked. On a replica it tells how far behind the scores are.
CREATE VIEW score_freshness AS
SELECT b.publication, b.score_date, b.model_version, b.customers, b.row_digest, b.published_at, b.good_until, b.stale_reason,
       p.segment_sequence,
       UTC_TIMESTAMP(3) AS asked_at,
       TIMESTAMPDIFF(SECOND, b.published_at, UTC_TIMESTAMP(3)) AS seconds_since_publication,
       b.good_until >= UTC_TIMESTAMP(3) AS is_good
FROM score_pointer p
JOIN score_publication b ON b.publication = p.publication
WHERE p.one = 1;
