-- Quarantines refused lines with the reason and their text, so that nothing of a file is lost.
INSERT INTO import_rejection (import_id, line_number, reason, detail, line, transaction_id, line_key, text_hash, whole)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
