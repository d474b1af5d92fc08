-- Streams the incidents of the due customers of a range before a time in order of customer and time.
SELECT i.customer_id, TO_DAYS(i.occurred_at)
FROM service_incident i
JOIN history_due due ON due.customer_id = i.customer_id
WHERE i.occurred_at < ?
  AND i.customer_id >= ?
  AND (? IS NULL OR i.customer_id < ?)
ORDER BY i.customer_id, i.occurred_at
