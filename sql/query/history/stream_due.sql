-- The customers of a range whose history is due, in order.
SELECT customer_id
FROM history_due
WHERE customer_id >= ?
  AND (? IS NULL OR customer_id < ?)
ORDER BY customer_id
