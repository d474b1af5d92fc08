REPLACE INTO purchase_history (customer_id, first_purchase_day, last_purchase_day, purchase_days, purchase_days_365,
    spend_365, repeat_spend_days, repeat_spend)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
