-- Finds the referrals of some keys.
SELECT referrer_customer_id, referred_customer_id, referred_on
FROM referral
WHERE (referred_customer_id, referrer_customer_id) IN (:keys)
