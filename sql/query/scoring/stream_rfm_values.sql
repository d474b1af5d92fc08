-- What the RFM thresholds are computed from: customers with a purchase day.
SELECT last_purchase_day, purchase_days_365, spend_365
FROM purchase_history
WHERE purchase_days > 0
