-- Deletes the rejections of a day that is read again: the run records them again.
DELETE FROM source_rejection
WHERE business_date = ?
