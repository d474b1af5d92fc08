-- The histories of a range of customers, each with its segment and recency score in the publication before.
SELECT h.customer_id, h.first_purchase_day, h.last_purchase_day, h.purchase_days, h.gap_squares, h.purchase_days_90,
       h.purchase_days_365, h.spend_365, h.spend_days, h.spend, h.repeat_spend_days, h.repeat_spend, h.quantity_days,
       h.quantity, p.segment, p.previous_segment, p.segment_since, p.recency_score
FROM purchase_history h
LEFT JOIN customer_score p ON p.slot = ? AND p.customer_id = h.customer_id
WHERE h.customer_id >= ?
  AND h.customer_id > ?
  AND (? IS NULL OR h.customer_id < ?)
ORDER BY h.customer_id
