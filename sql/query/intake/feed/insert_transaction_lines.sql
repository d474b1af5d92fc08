-- The twin of load_transaction_lines for servers that refuse local streams.
INSERT IGNORE INTO transaction_line (business_date, customer_id, transaction_id, line_key, occurred_at, type, amount,
    currency, quantity, discount, category, product, store, channel, content_hash, import_id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
