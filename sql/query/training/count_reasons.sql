-- Counts the rejected lines up to a date by reason, most lines first.
SELECT reason, COUNT(*)
FROM source_rejection
WHERE business_date <= ?
GROUP BY reason
ORDER BY COUNT(*) DESC, reason
