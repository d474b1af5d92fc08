-- What a run knew of the small feeds: a run that is carried on must not find others.

ALTER TABLE run
    ADD COLUMN feeds_up_to BIGINT NULL
        COMMENT 'the newest import of referrals or incidents when the run opened, 0 for none; NULL before it opened';
