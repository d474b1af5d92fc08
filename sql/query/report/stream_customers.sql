-- Every customer of a slot, in order: the score, its segment and churn in the publication before, its segment in an older
-- one, the history behind it, and whether a purchase day followed a referral.
SELECT s.customer_id, s.segment, s.churn_probability, s.churn_band, s.expected_value, s.value_at_risk,
       s.loyalty_score, s.repeat_score, s.volume_score, s.breadth_score, s.commitment_score, s.advocacy_score,
       s.forgiveness_score, s.spend_growth_score, s.brand_score, s.next_best_category,
       p.segment, p.churn_probability, o.segment,
       h.customer_id, h.first_purchase_day, h.last_purchase_day, h.purchase_days, h.purchase_days_365, h.spend_365,
       h.spend_days, h.spend, h.recent_spend_days, h.recent_spend, h.prior_spend_days, h.prior_spend, h.incidents,
       h.forgiven, h.categories,
       EXISTS (SELECT 1
               FROM referral r
               WHERE r.referred_customer_id = s.customer_id
                 AND r.referred_on <= ?
                 AND r.referred_on <= h.last_purchase_day)
FROM customer_score s
LEFT JOIN purchase_history h ON h.customer_id = s.customer_id
LEFT JOIN customer_score p ON p.slot = ? AND p.customer_id = s.customer_id
LEFT JOIN customer_score o ON o.slot = ? AND o.customer_id = s.customer_id
WHERE s.slot = ?
ORDER BY s.customer_id
