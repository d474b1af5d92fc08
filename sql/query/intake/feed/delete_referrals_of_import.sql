-- Deletes some of the referrals that an import landed, the same ones as listed.
DELETE FROM referral
WHERE import_id = ?
ORDER BY referred_customer_id, referrer_customer_id
LIMIT 1000
