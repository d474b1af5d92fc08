INSERT INTO run_day (run_id, business_date, line_count, amount_sum, checksum)
VALUES (?, ?, ?, ?, ?)
