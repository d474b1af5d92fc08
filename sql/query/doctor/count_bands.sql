-- Counts the customers of each churn band in a slot.
SELECT COUNT(CASE WHEN churn_band = 'LOW' THEN 1 END)    AS low,
       COUNT(CASE WHEN churn_band = 'MEDIUM' THEN 1 END) AS medium,
       COUNT(CASE WHEN churn_band = 'HIGH' THEN 1 END)   AS high
FROM customer_score
WHERE slot = ?
