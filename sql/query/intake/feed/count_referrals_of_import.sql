-- Counts the referrals that an import landed and that are there.
SELECT COUNT(*)
FROM referral
WHERE import_id = ?
