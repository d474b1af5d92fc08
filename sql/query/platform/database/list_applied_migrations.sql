-- Lists the files of the migrations that made the tables.
SELECT script
FROM flyway_schema_history
WHERE success = 1
  AND version IS NOT NULL
