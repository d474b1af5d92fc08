-- A day that is read again says anew what it refuses.
DELETE FROM source_rejection
WHERE business_date = ?
