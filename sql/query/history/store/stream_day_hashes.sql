-- The customers of a day as they were taken in, in order, to be held against the lines of the day.
SELECT customer_id, content_hash
FROM customer_day
WHERE business_date = ?
  AND customer_id >= ?
  AND (? IS NULL OR customer_id < ?)
ORDER BY customer_id
