-- Counts the lines of each day from one to another that an import landed; of all imports where none is given.
SELECT business_date, COUNT(*)
FROM transaction_line
WHERE business_date BETWEEN :from AND :to
  AND (:importId IS NULL OR import_id = :importId)
GROUP BY business_date
