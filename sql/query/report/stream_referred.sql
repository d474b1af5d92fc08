-- Streams the customers who were referred by a date and have a purchase day since, in order of customer.
SELECT DISTINCT r.referred_customer_id
FROM referral r
JOIN purchase_history h ON h.customer_id = r.referred_customer_id
WHERE r.referred_on <= ?
  AND r.referred_on <= h.last_purchase_day
ORDER BY r.referred_customer_id
