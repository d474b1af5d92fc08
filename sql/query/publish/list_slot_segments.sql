SELECT segment, COUNT(*) AS customers
FROM customer_score
WHERE slot = ?
GROUP BY segment
ORDER BY segment
