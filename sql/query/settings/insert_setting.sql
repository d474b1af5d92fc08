INSERT IGNORE INTO setting (name, value)
VALUES (?, ?)
