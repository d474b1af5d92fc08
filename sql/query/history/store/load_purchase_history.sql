-- Replaces the histories of customers in bulk.
LOAD DATA LOCAL INFILE 'rows'
REPLACE INTO TABLE purchase_history
CHARACTER SET utf8mb4
FIELDS TERMINATED BY '\t' ESCAPED BY '\\'
LINES TERMINATED BY '\n'
(customer_id, first_purchase_day, last_purchase_day, purchase_days, gap_squares,
 purchase_days_90, purchase_days_365, spend_365, spend_days, spend, repeat_spend_days, repeat_spend, quantity_days,
 quantity, discount_known_lines, full_price_lines, recent_spend_days, recent_spend, prior_spend_days, prior_spend, incidents,
 forgiven, repeatable_lines, rebought_lines, category_lines, categories, effective_categories, category_names,
 recent_days, gaps)
