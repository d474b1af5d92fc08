-- Deletes some of the exchange rates that an import landed, the same ones as listed.
DELETE FROM fx_rate
WHERE import_id = ?
ORDER BY currency, rate_date
LIMIT 1000
