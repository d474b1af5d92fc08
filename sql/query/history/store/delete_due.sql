-- Removes the mark of due histories from a range of customers.
DELETE FROM history_due
WHERE customer_id >= ? AND customer_id <= ?
