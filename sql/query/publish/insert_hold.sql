-- Inserts a hold of publications.
INSERT INTO publication_hold (held_by, reason, held_at)
VALUES (?, ?, UTC_TIMESTAMP(3))
