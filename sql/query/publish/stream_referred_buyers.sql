-- How many customers each of a range of customers referred by a date who bought since, in order; without those of none.
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
