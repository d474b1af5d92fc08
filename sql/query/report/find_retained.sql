-- A publication whose rows are still there.
SELECT publication, score_date, slot, customers
FROM score_publication
WHERE publication = ? AND retained
