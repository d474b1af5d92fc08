-- Lists the nights in a period whose date has no publication, or only ones that were rolled back: the newest attempt at each, and the
-- rollback of that attempt where there was one.
SELECT r.business_date, r.state, r.message, r.abandoned_by, r.abandoned_reason, b.rolled_back_by, b.rolled_back_reason
FROM run r
LEFT JOIN score_publication b ON b.run_id = r.run_id AND b.rolled_back_at IS NOT NULL
WHERE r.job = 'nightly' AND r.business_date >= ? AND r.business_date <= ?
  AND r.attempt = (
      SELECT MAX(n.attempt)
      FROM run n
      WHERE n.job = 'nightly' AND n.business_date = r.business_date)
  AND NOT EXISTS (
      SELECT 1
      FROM score_publication p
      WHERE p.score_date = r.business_date AND p.rolled_back_at IS NULL)
ORDER BY r.business_date
