-- Counts the exchange rates that an import landed and that are there.
SELECT COUNT(*)
FROM fx_rate
WHERE import_id = ?
