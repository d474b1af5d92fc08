-- Finds the content hashes of some keys, to tell a line that landed before from a line that contradicts it.
SELECT transaction_id, line_key, content_hash
FROM transaction_line
WHERE (transaction_id, line_key) IN (:keys)
