INSERT INTO customer_product_day (customer_id, business_date, product, category, purchase_lines, purchase_amount, quantity)
VALUES (?, ?, ?, ?, ?, ?, ?)
