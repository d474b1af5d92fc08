-- Lists the segments of some customers in a slot.
SELECT customer_id, segment
FROM customer_score
WHERE slot = :slot AND customer_id IN (:customers)
