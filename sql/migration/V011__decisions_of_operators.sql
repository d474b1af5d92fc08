-- What upstream announces, what operators decide, backfills, and signs of life.

-- Written by upstream or by 'import --kind manifest': how much a business date will have when all of it is there.
CREATE TABLE feed_manifest (
    business_date DATE           NOT NULL,
    line_count    BIGINT         NOT NULL COMMENT 'of all lines of the date in source_transaction',
    amount        DECIMAL(38, 4) NULL COMMENT 'sum of their amounts as they stand, whatever type and currency; NULL: not announced',
    PRIMARY KEY (business_date)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- While one stands unreleased, nights end before they publish.
CREATE TABLE publication_hold (
    hold_id     BIGINT       NOT NULL AUTO_INCREMENT,
    held_by     VARCHAR(128) NOT NULL,
    reason      VARCHAR(512) NOT NULL,
    held_at     DATETIME(3)  NOT NULL,
    released_by VARCHAR(128) NULL,
    released_at DATETIME(3)  NULL,
    PRIMARY KEY (hold_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE backfill (
    backfill_id BIGINT      NOT NULL AUTO_INCREMENT,
    from_date   DATE        NOT NULL,
    to_date     DATE        NOT NULL,
    mode        VARCHAR(8)  NOT NULL COMMENT 'MISSING, FAILED, ALL',
    started_at  DATETIME(3) NOT NULL,
    ended_at    DATETIME(3) NULL,
    PRIMARY KEY (backfill_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

ALTER TABLE run
    MODIFY COLUMN state VARCHAR(12) NOT NULL COMMENT 'RUNNING, WAITING, FAILED, STOPPED, HELD, COMPLETED, ABANDONED',
    ADD COLUMN forced_by        VARCHAR(128) NULL COMMENT 'who published it although the gate held it',
    ADD COLUMN forced_reason    VARCHAR(512) NULL,
    ADD COLUMN abandoned_by     VARCHAR(128) NULL COMMENT 'who gave it up; NULL where the program did',
    ADD COLUMN abandoned_reason VARCHAR(512) NULL,
    ADD COLUMN backfill_id      BIGINT       NULL;

-- When a partition last got ahead: a step that is silent for long is stuck.
ALTER TABLE run_progress
    ADD COLUMN saved_at DATETIME(3) NULL;
