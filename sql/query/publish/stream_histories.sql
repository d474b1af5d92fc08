-- Streams the histories of a range of customers in order of customer. What a score needs from other tables comes in separate
-- streams in the same order: a lookup for each customer costs the server more than all the rest.
SELECT customer_id, TO_DAYS(first_purchase_day) AS first_purchase_day, TO_DAYS(last_purchase_day) AS last_purchase_day,
       purchase_days, gap_squares, purchase_days_90, purchase_days_365, spend_365, spend_days, spend, repeat_spend_days, repeat_spend, quantity_days, quantity, discount_known_lines,
       full_price_lines, recent_spend_days, recent_spend, prior_spend_days, prior_spend, incidents, forgiven,
       repeatable_lines, rebought_lines, category_lines, categories, effective_categories, category_names,
       recent_days, gaps
FROM purchase_history
WHERE customer_id >= ?
  AND customer_id > ?
  AND (? IS NULL OR customer_id < ?)
ORDER BY customer_id
