-- Before you rely on the scores: which day they are of, and whether newer ones are overdue. good_until is in UTC.
SELECT b.publication, b.score_date, b.customers, b.published_at, b.good_until, UTC_TIMESTAMP() <= b.good_until AS is_good
FROM score_pointer p
JOIN score_publication b ON b.publication = p.publication;
