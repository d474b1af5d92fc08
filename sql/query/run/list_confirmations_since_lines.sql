-- Lists the confirmed nights before a date with no line taken in from theirs on, newest first.
SELECT r.run_id, COALESCE(r.confirmed_date, r.business_date) AS confirmed_date, r.confirmed_by, r.confirmed_reason,
       COALESCE(r.confirmed_at, r.started_at) AS confirmed_at
FROM run r
WHERE r.job = 'nightly' AND r.business_date < ? AND r.confirmed_by IS NOT NULL
  AND r.business_date > (SELECT MAX(b.business_date)
                         FROM business_day b
                         WHERE b.business_date < ? AND b.line_count > 0)
ORDER BY r.business_date DESC, r.attempt DESC
