DELETE FROM history_due
WHERE customer_id >= ? AND customer_id <= ?
