-- Loads all exchange rates, once for each run.
SELECT currency, rate_date, rate
FROM fx_rate
