-- Inserts one day that a run takes in, with its totals.
INSERT INTO run_day (run_id, business_date, line_count, amount_sum, checksum)
VALUES (?, ?, ?, ?, ?)
