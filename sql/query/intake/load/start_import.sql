-- Records the start of an import, to tell an import that was killed from one that never ran.
INSERT INTO import_file (kind, file_name, header, started_at, replaced)
VALUES (:kind, :fileName, :header, :now, 0)
