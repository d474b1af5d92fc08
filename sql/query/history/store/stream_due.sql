-- Streams the due customers of a range in order of customer. Those with only their windows due come with their present history.
SELECT h.customer_id, TO_DAYS(h.first_purchase_day), TO_DAYS(h.last_purchase_day), h.purchase_days, h.gap_squares,
       h.purchase_days_90, h.purchase_days_365, h.spend_365, h.spend_days, h.spend, h.repeat_spend_days, h.repeat_spend,
       h.quantity_days, h.quantity, h.discount_known_lines, h.full_price_lines, h.recent_spend_days, h.recent_spend,
       h.prior_spend_days, h.prior_spend, h.incidents, h.forgiven, h.repeatable_lines, h.rebought_lines,
       h.category_lines, h.categories, h.effective_categories, h.category_names, h.recent_days, h.gaps,
       due.customer_id
FROM history_due due
LEFT JOIN purchase_history h ON h.customer_id = due.customer_id AND NOT due.whole
WHERE due.customer_id >= ?
  AND (? IS NULL OR due.customer_id < ?)
ORDER BY due.customer_id
