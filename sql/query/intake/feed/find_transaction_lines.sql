-- What stands under the keys of a chunk, to tell a line that landed before from one that contradicts it.
SELECT transaction_id, line_key, content_hash
FROM transaction_line
WHERE (transaction_id, line_key) IN (:keys)
