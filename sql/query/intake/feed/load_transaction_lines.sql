-- Lands lines in bulk. A line whose key exists stays as it is.
LOAD DATA LOCAL INFILE 'rows' IGNORE INTO TABLE transaction_line
CHARACTER SET binary FIELDS TERMINATED BY '\t' ESCAPED BY '\\' LINES TERMINATED BY '\n'
(business_date, customer_id, transaction_id, line_key, occurred_at, type, amount, currency, quantity, discount,
    category, product, store, channel, content_hash, import_id)
