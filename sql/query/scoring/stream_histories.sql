-- The histories of a range of customers, each with its segment in the publication before.
SELECT h.customer_id, h.first_purchase_day, h.last_purchase_day, h.purchase_days, h.gap_squares, h.purchase_days_90,
       h.purchase_days_365, h.spend_365, h.spend_days, h.spend, h.repeat_spend_days, h.repeat_spend, h.quantity_days,
       h.quantity, h.discount_known_lines, h.full_price_lines, h.recent_spend_days, h.recent_spend, h.prior_spend_days,
       h.prior_spend, h.incidents, h.forgiven, h.repeatable_lines, h.rebought_lines, h.category_lines, h.categories,
       h.effective_categories, h.category_names,
       p.segment, p.previous_segment, p.segment_since
FROM purchase_history h
LEFT JOIN customer_score p ON p.slot = ? AND p.customer_id = h.customer_id
WHERE h.customer_id >= ?
  AND h.customer_id > ?
  AND (? IS NULL OR h.customer_id < ?)
ORDER BY h.customer_id
