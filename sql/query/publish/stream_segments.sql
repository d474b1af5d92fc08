-- Streams the segment of every customer of a slot in order of customer, which is the order of the primary key. The hint keeps
-- the server from another index and a sort.
SELECT customer_id, segment
FROM customer_score FORCE INDEX (PRIMARY)
WHERE slot = ?
ORDER BY customer_id
