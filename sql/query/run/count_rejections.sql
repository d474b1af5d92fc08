-- Counts the lines that a run rejected by reason, most lines first.
SELECT r.reason, COUNT(*)
FROM run_day d
JOIN source_rejection r ON r.business_date = d.business_date AND r.run_id = d.run_id
WHERE d.run_id = ?
GROUP BY r.reason
ORDER BY COUNT(*) DESC, r.reason
