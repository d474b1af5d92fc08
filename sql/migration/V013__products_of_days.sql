-- What was bought on a day stands in the day's own row: a night reads both together, and writes one row instead of several. Of
-- each product, in the order of product and category: product, category, purchase lines, amount and quantity (empty where
-- unknown), with the unit separator U+001F between them and the record separator U+001E between products.

ALTER TABLE customer_day
    ADD COLUMN products MEDIUMTEXT NULL COMMENT 'product, category, lines, amount, quantity; U+001F between them, U+001E between products';

SET SESSION group_concat_max_len = 16777215;

UPDATE customer_day d
JOIN (
    SELECT customer_id, business_date,
           GROUP_CONCAT(CONCAT(product, _utf8mb4 X'1F', category, _utf8mb4 X'1F', purchase_lines, _utf8mb4 X'1F', COALESCE(purchase_amount, ''), _utf8mb4 X'1F',
                               COALESCE(quantity, ''))
                        ORDER BY product, category SEPARATOR X'1E') AS products
    FROM customer_product_day
    GROUP BY customer_id, business_date
) p ON p.customer_id = d.customer_id AND p.business_date = d.business_date
SET d.products = p.products;

DROP TABLE customer_product_day;
