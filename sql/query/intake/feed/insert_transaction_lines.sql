-- Lands one line. A line whose key exists stays as it is. It does the same as load_transaction_lines for servers without LOAD
-- DATA LOCAL.
INSERT IGNORE INTO transaction_line (business_date, customer_id, transaction_id, line_key, occurred_at, type, amount,
    currency, quantity, discount, category, product, store, channel, content_hash, import_id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
