-- Lists the slots that no one will read again in order of their numbers: those already superseded, of runs abandoned before they
-- published, of runs rolled back, of unpublished runs that a later one followed, and of publications beyond those to keep. The
-- slot that readers see is never among them.
SELECT s.slot
FROM score_slot s
LEFT JOIN run r ON r.run_id = s.run_id
LEFT JOIN score_publication b ON b.run_id = s.run_id
WHERE s.state <> 'FREE'
  AND s.slot <> COALESCE((SELECT p.slot FROM score_pointer p WHERE p.one = 1), -1)
  AND (s.state = 'SPENT'
    OR r.run_id IS NULL
    OR (r.state = 'ABANDONED' AND b.run_id IS NULL)
    OR b.rolled_back_at IS NOT NULL
    OR (b.run_id IS NULL AND s.run_id < (SELECT MAX(published.run_id) FROM score_publication published))
    OR b.publication <= (SELECT MAX(newest.publication) FROM score_publication newest) - ?)
ORDER BY s.slot
