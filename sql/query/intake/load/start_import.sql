-- Records the start of an import, to tell an import that was killed from one that never ran.
INSERT INTO import_file (kind, file_name, header, format, format_hash, started_at)
VALUES (:kind, :fileName, :header, :format, :formatHash, :now)
