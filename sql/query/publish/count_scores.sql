-- The rows of a slot, and those of them with a number.
SELECT COUNT(*), COALESCE(SUM(eligibility = 'SCORED'), 0)
FROM customer_score FORCE INDEX (PRIMARY)
WHERE slot = ?
