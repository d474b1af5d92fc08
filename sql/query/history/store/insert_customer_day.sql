-- Inserts one customer's day. It does the same as load_customer_day for servers without LOAD DATA LOCAL.
INSERT INTO customer_day (customer_id, business_date, purchase_lines, return_lines, purchase_transactions,
    purchase_amount, return_amount, spend, quantity, discount_known_lines, full_price_lines, products, receipts, returns,
    content_hash)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
