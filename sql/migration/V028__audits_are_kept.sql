-- A night that is held is audited again by the same command. Each audit is kept, so that no account needs the right to change one.

ALTER TABLE run_audit
    ADD COLUMN audit INT NOT NULL DEFAULT 1 COMMENT 'which audit of the run, from 1; the last one counts',
    DROP PRIMARY KEY,
    ADD PRIMARY KEY (run_id, audit, name);
