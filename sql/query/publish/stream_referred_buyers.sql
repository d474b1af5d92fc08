-- Streams the number of customers that each customer of a range referred by a date and that bought since, in order of customer.
-- Customers without one are left out.
SELECT r.referrer_customer_id, COUNT(*) AS referred_buyers
FROM referral r
JOIN purchase_history referred ON referred.customer_id = r.referred_customer_id
WHERE r.referred_on <= ?
  AND referred.last_purchase_day >= r.referred_on
  AND r.referrer_customer_id >= ?
  AND r.referrer_customer_id > ?
  AND (? IS NULL OR r.referrer_customer_id < ?)
GROUP BY r.referrer_customer_id
ORDER BY r.referrer_customer_id
