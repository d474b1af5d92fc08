-- Before you rely on the scores: the day that they are of, and whether newer ones are overdue. good_until is in UTC, and counts from
-- the age of data and model: newest_data is the newest day with a line, model_as_of the last day that the model knows. stale_reason says
-- that either was too old when the scores were published; NULL where they were fresh.
-- model_note names the fallbacks of the model; NULL where there is none. forced_by and forced_reason say who published the scores
-- although the audit gate held them, and why; NULL where they passed it.
SELECT b.publication, b.score_date, b.customers, b.published_at, b.good_until, UTC_TIMESTAMP() <= b.good_until AS is_good,
       b.newest_data, b.model_as_of, b.stale_reason, b.model_note, b.forced_by, b.forced_reason
FROM score_pointer p
JOIN score_publication b ON b.publication = p.publication;
