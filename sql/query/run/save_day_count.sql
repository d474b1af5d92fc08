-- Saves what one partition counted of a day.
REPLACE INTO run_day_count (run_id, partition_number, business_date, taken_in, anonymous, rejected, amount_sum, purchase_amount)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
