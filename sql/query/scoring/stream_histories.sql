-- The histories of a range of customers, each with how many it referred who bought since, and with its segment and recency
-- score in the publication before.
SELECT h.customer_id, h.first_purchase_day, h.last_purchase_day, h.purchase_days, h.gap_squares, h.purchase_days_90,
       h.purchase_days_365, h.spend_365, h.spend_days, h.spend, h.repeat_spend_days, h.repeat_spend, h.quantity_days,
       h.quantity, h.discount_known_lines, h.full_price_lines, h.recent_spend_days, h.recent_spend, h.prior_spend_days,
       h.prior_spend, h.incidents, h.forgiven, h.repeatable_lines, h.rebought_lines, h.category_lines, h.categories,
       h.effective_categories, h.category_names,
       (SELECT COUNT(*)
        FROM referral r
        JOIN purchase_history referred ON referred.customer_id = r.referred_customer_id
        WHERE r.referrer_customer_id = h.customer_id
          AND r.referred_on <= ?
          AND referred.last_purchase_day >= r.referred_on) AS referred_buyers,
       p.segment, p.previous_segment, p.segment_since, p.recency_score
FROM purchase_history h
LEFT JOIN customer_score p ON p.slot = ? AND p.customer_id = h.customer_id
WHERE h.customer_id >= ?
  AND h.customer_id > ?
  AND (? IS NULL OR h.customer_id < ?)
ORDER BY h.customer_id
