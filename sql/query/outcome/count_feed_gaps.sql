-- Counts the reasons why the feed of segment changes does not tell the segments of a publication: its beginning was deleted, or
-- readers saw a later date when the publication was made. 0 where it tells them.
SELECT (SELECT COUNT(*)
        FROM score_publication oldest
        WHERE oldest.publication = (SELECT MIN(publication) FROM score_publication)
          AND COALESCE((SELECT c.publication FROM segment_change c ORDER BY c.sequence LIMIT 1), oldest.publication + 1)
              > oldest.publication)
     + (SELECT COUNT(*)
        FROM score_publication b
        JOIN score_publication seen ON seen.publication < b.publication AND seen.score_date > b.score_date
        WHERE b.publication = ?
          AND (seen.rolled_back_at IS NULL OR seen.rolled_back_at > b.published_at))
