-- Finds the number that the next publication gets.
SELECT COALESCE(MAX(publication), 0) + 1
FROM score_publication
