REPLACE INTO fx_rate (currency, rate_date, rate)
VALUES (?, ?, ?)
