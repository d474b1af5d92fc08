-- Lists some of the exchange rates that an import landed.
SELECT currency, rate_date, rate
FROM fx_rate
WHERE import_id = ?
ORDER BY currency, rate_date
LIMIT 1000
