-- Saves the totals by which a day was taken in.
REPLACE INTO business_day (business_date, line_count, amount_sum, checksum, anonymous, rejected, run_id)
VALUES (?, ?, ?, ?, ?, ?, ?)
