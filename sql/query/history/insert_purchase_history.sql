REPLACE INTO purchase_history (customer_id, first_purchase_day, last_purchase_day, purchase_days, gap_squares,
    purchase_days_90, purchase_days_365, spend_365, spend_days, spend, repeat_spend_days, repeat_spend, quantity_days,
    quantity)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
