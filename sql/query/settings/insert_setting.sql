-- Inserts a setting. An existing one keeps its value.
INSERT IGNORE INTO setting (name, value)
VALUES (?, ?)
