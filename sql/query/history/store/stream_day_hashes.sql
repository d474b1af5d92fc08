-- Streams the content hashes of one day of a range of customers in order of customer, to find the customers whose lines changed.
SELECT customer_id, content_hash
FROM customer_day
WHERE business_date = ?
  AND customer_id >= ?
  AND (? IS NULL OR customer_id < ?)
ORDER BY customer_id
