-- Replaces one customer's history. It does the same as load_purchase_history for servers without LOAD DATA LOCAL.
REPLACE INTO purchase_history (customer_id, first_purchase_day, last_purchase_day, purchase_days, gap_squares,
    purchase_days_90, purchase_days_365, spend_365, spend_days, spend, repeat_spend_days, repeat_spend, quantity_days,
    quantity, discount_known_lines, full_price_lines, recent_spend_days, recent_spend, prior_spend_days, prior_spend, incidents,
    forgiven, repeatable_lines, rebought_lines, category_lines, categories, effective_categories, category_names,
    recent_days, gaps)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
