-- What people decided against the program or with its data: one row for each decision, in the transaction that it decides. Rows are
-- inserted and never updated or deleted. Decisions of before are where they were: in run, score_publication, publication_hold,
-- model_version, import_file and import_rejection.
--
-- The server itself fills the last three columns, and no account of the program may give them (sql/access/tables.sql).

CREATE TABLE decision (
    decision_id     BIGINT       NOT NULL COMMENT 'from 1, without gaps',
    kind            VARCHAR(16)  NOT NULL COMMENT 'FORCE, CONFIRM, ROLLBACK, HOLD, RELEASE, PROMOTE, ABANDON, MAINTAIN, EXPORT, UNDO, CLOSE',
    subject         VARCHAR(64)  NOT NULL COMMENT 'what it is about: a date, a publication, a model, an import',
    detail          VARCHAR(768) NULL COMMENT 'more of it',
    given_name      VARCHAR(128) NULL COMMENT 'as given with --by; NULL where the command asks for no name',
    reason          VARCHAR(512) NULL COMMENT 'as given with --reason',
    os_user         VARCHAR(128) NOT NULL COMMENT 'user of the operating system that ran the program',
    os_host         VARCHAR(255) NOT NULL COMMENT 'machine that it ran on',
    program_version VARCHAR(64)  NOT NULL,
    previous_hash   CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL
        COMMENT 'SHA-256 of all columns of the decision before it; zeros in the first',
    database_user   VARCHAR(288) NOT NULL DEFAULT (CURRENT_USER()) COMMENT 'the account whose rights counted',
    database_client VARCHAR(288) NOT NULL DEFAULT (USER()) COMMENT 'the name that was used to log in, and from where',
    decided_at      DATETIME(3)  NOT NULL DEFAULT (UTC_TIMESTAMP(3)) COMMENT 'in UTC, by the clock of the server',
    PRIMARY KEY (decision_id),
    KEY decision_by_time (decided_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
