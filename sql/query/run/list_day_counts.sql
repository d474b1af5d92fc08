-- Lists the counts of each day of a run, all partitions together, in order of the days.
SELECT business_date, SUM(taken_in), SUM(anonymous), SUM(rejected), SUM(amount_sum), SUM(purchase_amount)
FROM run_day_count
WHERE run_id = ?
GROUP BY business_date
ORDER BY business_date
