-- Lists the dates that were published and none of whose publications has rows, or will have once these slots are emptied.
SELECT score_date
FROM score_publication
GROUP BY score_date
HAVING MAX(CASE WHEN retained AND slot NOT IN (:emptied) THEN 1 ELSE 0 END) = 0
ORDER BY score_date
