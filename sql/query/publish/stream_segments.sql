-- The segment of every customer of a slot, in order of customer, in which the rows lie: the hint keeps the server from another
-- index and a sort.
SELECT customer_id, segment
FROM customer_score FORCE INDEX (PRIMARY)
WHERE slot = ?
ORDER BY customer_id
