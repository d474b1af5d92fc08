-- Quarantines one rejected line with its reason and its text, so that nothing of a file is lost.
INSERT INTO import_rejection (import_id, line_number, part, reason, detail, line, transaction_id, line_key,
                              text_hash, whole)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
