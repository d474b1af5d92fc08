-- Inserts or replaces one exchange rate.
REPLACE INTO fx_rate (currency, rate_date, rate, import_id)
VALUES (?, ?, ?, ?)
