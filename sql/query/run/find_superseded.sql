-- Counts the run if it is superseded: referrals or incidents landed after it opened, an import was taken back since, or an
-- earlier version of the program opened it. Its scores would mix histories of then and now.
SELECT COUNT(*)
FROM run r
WHERE r.run_id = ?
  AND r.configuration_hash IS NOT NULL
  AND (r.feeds_up_to IS NULL
    OR EXISTS (SELECT 1 FROM import_file f WHERE f.kind IN ('referral', 'incident') AND f.import_id > r.feeds_up_to)
    OR EXISTS (SELECT 1 FROM import_file f WHERE f.undone_after_run >= r.run_id))
