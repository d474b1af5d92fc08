-- An import shows from its first moment on, so that one that was killed can be told from one that never ran.
INSERT INTO import_file (kind, file_name, header, started_at)
VALUES (:kind, :fileName, :header, :now)
