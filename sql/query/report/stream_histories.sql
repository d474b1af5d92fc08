-- Streams the history of every customer in order of customer.
SELECT customer_id, TO_DAYS(first_purchase_day), TO_DAYS(last_purchase_day), purchase_days, purchase_days_365, spend_365,
       spend_days, spend, recent_spend_days, recent_spend, prior_spend_days, prior_spend, incidents, forgiven, categories
FROM purchase_history
ORDER BY customer_id
