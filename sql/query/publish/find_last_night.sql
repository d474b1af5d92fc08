-- Finds the newest date that a night was begun for.
SELECT MAX(business_date)
FROM run
WHERE job = 'nightly'
