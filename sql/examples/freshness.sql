-- Before you rely on the scores: the day that they are of, and whether newer ones are overdue. good_until is in UTC.
-- model_note names the fallbacks of the model; NULL where there is none. forced_by and forced_reason say who published the scores
-- although the audit gate held them, and why; NULL where they passed it.
SELECT b.publication, b.score_date, b.customers, b.published_at, b.good_until, UTC_TIMESTAMP() <= b.good_until AS is_good,
       b.model_note, b.forced_by, b.forced_reason
FROM score_pointer p
JOIN score_publication b ON b.publication = p.publication;
