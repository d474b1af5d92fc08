-- Lists the publications whose rows are in these slots.
SELECT publication, score_date
FROM score_publication
WHERE retained AND slot IN (:slots)
ORDER BY publication
