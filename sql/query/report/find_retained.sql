-- Finds a publication that has its rows.
SELECT publication, score_date, slot, customers
FROM score_publication
WHERE publication = ? AND retained
