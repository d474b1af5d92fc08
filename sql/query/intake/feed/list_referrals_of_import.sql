-- Lists some of the referrals that an import landed.
SELECT referrer_customer_id, referred_customer_id, referred_on
FROM referral
WHERE import_id = ?
ORDER BY referred_customer_id, referrer_customer_id
LIMIT 1000
