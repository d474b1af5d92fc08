-- Most customers are due only because a day of theirs leaves a window: the sums of the windows alone are folded anew.
ALTER TABLE history_due
    ADD COLUMN whole BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'FALSE where nothing but a day that entered or left a window makes it due';
