-- What the thresholds are computed from: the histories of customers with a purchase day, each with how many it referred who
-- bought since. The names of the categories are not needed.
SELECT h.customer_id, h.first_purchase_day, h.last_purchase_day, h.purchase_days, h.gap_squares, h.purchase_days_90,
       h.purchase_days_365, h.spend_365, h.spend_days, h.spend, h.repeat_spend_days, h.repeat_spend, h.quantity_days,
       h.quantity, h.discount_known_lines, h.full_price_lines, h.recent_spend_days, h.recent_spend, h.prior_spend_days,
       h.prior_spend, h.incidents, h.forgiven, h.repeatable_lines, h.rebought_lines, h.category_lines, h.categories,
       h.effective_categories, NULL AS category_names,
       (SELECT COUNT(*)
        FROM referral r
        JOIN purchase_history referred ON referred.customer_id = r.referred_customer_id
        WHERE r.referrer_customer_id = h.customer_id
          AND r.referred_on <= ?
          AND referred.last_purchase_day >= r.referred_on) AS referred_buyers
FROM purchase_history h
WHERE h.purchase_days > 0
