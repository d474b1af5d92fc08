-- Keeps one line of a cancelled transaction. A line whose key exists stays as it is.
INSERT IGNORE INTO cancelled_line (business_date, customer_id, transaction_id, line_key, occurred_at, type, amount, currency, quantity, discount,
    category, product, store, channel, content_hash, import_id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
