-- What went wrong for those customers before the day after the date.
SELECT i.customer_id, TO_DAYS(i.occurred_at)
FROM service_incident i
JOIN history_due due ON due.customer_id = i.customer_id
WHERE i.occurred_at < ?
  AND i.customer_id >= ?
  AND (? IS NULL OR i.customer_id < ?)
ORDER BY i.customer_id, i.occurred_at
