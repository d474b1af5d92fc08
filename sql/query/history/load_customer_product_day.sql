LOAD DATA LOCAL INFILE 'rows'
INTO TABLE customer_product_day
CHARACTER SET utf8mb4
FIELDS TERMINATED BY '\t' ESCAPED BY '\\'
LINES TERMINATED BY '\n'
(customer_id, business_date, product, category, purchase_lines, purchase_amount, quantity)
