-- Inserts or replaces one referral.
REPLACE INTO referral (referrer_customer_id, referred_customer_id, referred_on, import_id)
VALUES (?, ?, ?, ?)
