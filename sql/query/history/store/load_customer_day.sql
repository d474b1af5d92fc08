-- Inserts the days of customers in bulk.
LOAD DATA LOCAL INFILE 'rows'
INTO TABLE customer_day
CHARACTER SET binary
FIELDS TERMINATED BY '\t' ESCAPED BY '\\'
LINES TERMINATED BY '\n'
(customer_id, business_date, purchase_lines, return_lines, purchase_transactions, purchase_amount, return_amount, spend,
 quantity, discount_known_lines, full_price_lines, products, receipts, returns,
 content_hash)
