-- Finds the exchange rates of some keys.
SELECT currency, rate_date, rate
FROM fx_rate
WHERE (currency, rate_date) IN (:keys)
