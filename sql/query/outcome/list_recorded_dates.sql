-- Lists the score dates of publications with an outcome that were not rolled back.
SELECT DISTINCT o.score_date
FROM publication_outcome o
JOIN score_publication b ON b.publication = o.publication
WHERE o.group_kind = 'ALL' AND b.rolled_back_at IS NULL
