-- What the thresholds are computed from: the histories of customers with a purchase day.
SELECT customer_id, first_purchase_day, last_purchase_day, purchase_days, gap_squares, purchase_days_90,
       purchase_days_365, spend_365, spend_days, spend, repeat_spend_days, repeat_spend, quantity_days, quantity
FROM purchase_history
WHERE purchase_days > 0
