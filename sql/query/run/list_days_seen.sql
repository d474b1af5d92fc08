-- Lists the totals of days as the newest run up to a given one read them; where what that run read is no longer on record, as they were
-- last taken in up to it.
SELECT d.business_date, d.line_count, d.amount_sum, d.checksum
FROM run_day d
JOIN (SELECT n.business_date, MAX(n.run_id) AS run_id
      FROM run_day n
      WHERE n.run_id <= ? AND n.business_date >= ? AND n.business_date <= ?
      GROUP BY n.business_date) newest
  ON newest.run_id = d.run_id AND newest.business_date = d.business_date
UNION ALL
SELECT b.business_date, b.line_count, b.amount_sum, b.checksum
FROM business_day b
WHERE b.run_id <= ? AND b.business_date >= ? AND b.business_date <= ?
  AND NOT EXISTS (SELECT 1 FROM run_day d WHERE d.run_id <= ? AND d.business_date = b.business_date)
