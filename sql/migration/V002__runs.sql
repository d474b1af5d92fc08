-- What runs: the lease that lets one run write at a time, the runs, and what each froze and counted.

-- Locked for the length of a commit by every writer, and by a takeover: so nothing of a former holder commits after it.
CREATE TABLE run_lease (
    name     VARCHAR(32)  NOT NULL,
    token    BIGINT       NOT NULL COMMENT 'grows by one with each holder',
    owner    VARCHAR(128) NOT NULL DEFAULT '',
    taken_at DATETIME(3)  NULL,
    PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO run_lease (name, token) VALUES ('allegiance', 0);

-- Apart from the lease, so that a heartbeat never waits for a writer's commit.
CREATE TABLE run_heartbeat (
    name       VARCHAR(32) NOT NULL,
    token      BIGINT      NOT NULL,
    expires_at DATETIME(3) NOT NULL COMMENT 'by the clock of the database',
    PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE run (
    run_id               BIGINT        NOT NULL AUTO_INCREMENT,
    job                  VARCHAR(16)   NOT NULL,
    business_date        DATE          NOT NULL,
    attempt              INT           NOT NULL,
    state                VARCHAR(12)   NOT NULL COMMENT 'RUNNING, FAILED, STOPPED, HELD, COMPLETED, ABANDONED',
    model_version        VARCHAR(48)   NULL,
    configuration_hash   CHAR(32)      NULL,
    configuration        MEDIUMTEXT    NULL COMMENT 'as JSON: a rerun uses this, whatever the files say by then',
    previous_publication BIGINT        NULL,
    slot                 SMALLINT      NULL,
    confirmed_by         VARCHAR(128)  NULL,
    confirmed_reason     VARCHAR(512)  NULL,
    started_at           DATETIME(3)   NOT NULL,
    ended_at             DATETIME(3)   NULL,
    message              VARCHAR(1024) NULL,
    PRIMARY KEY (run_id),
    UNIQUE KEY run_by_date (job, business_date, attempt)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The days that a run takes in, with the source's totals as they stood when it opened.
CREATE TABLE run_day (
    run_id        BIGINT         NOT NULL,
    business_date DATE           NOT NULL,
    line_count    BIGINT         NOT NULL,
    amount_sum    DECIMAL(38, 4) NOT NULL,
    checksum      DECIMAL(38, 0) NOT NULL COMMENT 'sum of a hash of every line: blind to their order',
    PRIMARY KEY (run_id, business_date)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What each partition of takeInTransactions made of a day's lines. Absolute values, written with the rows they count.
CREATE TABLE run_day_count (
    run_id           BIGINT         NOT NULL,
    partition_number INT            NOT NULL,
    business_date    DATE           NOT NULL,
    taken_in         BIGINT         NOT NULL,
    anonymous        BIGINT         NOT NULL,
    rejected         BIGINT         NOT NULL,
    amount_sum       DECIMAL(38, 4) NOT NULL COMMENT 'of all lines read, as they came',
    purchase_amount  DECIMAL(38, 4) NOT NULL COMMENT 'of the purchases taken in, in the reporting currency',
    PRIMARY KEY (run_id, partition_number, business_date)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The source's totals as last taken in: a day whose totals differ from these has changed since.
CREATE TABLE business_day (
    business_date DATE           NOT NULL,
    line_count    BIGINT         NOT NULL,
    amount_sum    DECIMAL(38, 4) NOT NULL,
    checksum      DECIMAL(38, 0) NOT NULL,
    anonymous     BIGINT         NOT NULL,
    rejected      BIGINT         NOT NULL,
    run_id        BIGINT         NOT NULL,
    PRIMARY KEY (business_date)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Lines of source_transaction that no rule lets in, by the last run that read their day.
CREATE TABLE source_rejection (
    business_date  DATE        NOT NULL,
    transaction_id VARCHAR(64) NOT NULL,
    line_key       VARCHAR(64) NOT NULL,
    reason         VARCHAR(40) NOT NULL,
    run_id         BIGINT      NOT NULL,
    PRIMARY KEY (business_date, transaction_id, line_key),
    KEY source_rejection_by_reason (reason)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE run_threshold (
    run_id BIGINT      NOT NULL,
    name   VARCHAR(64) NOT NULL,
    value  VARCHAR(64) NOT NULL,
    PRIMARY KEY (run_id, name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The control totals of the audit and what came of each.
CREATE TABLE run_audit (
    run_id   BIGINT       NOT NULL,
    name     VARCHAR(64)  NOT NULL,
    expected VARCHAR(64)  NOT NULL,
    actual   VARCHAR(64)  NOT NULL,
    balanced BOOLEAN      NOT NULL,
    PRIMARY KEY (run_id, name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The ranges of customers that a partitioned step was first cut into: a rerun keeps them.
CREATE TABLE run_range (
    run_id           BIGINT      NOT NULL,
    step             VARCHAR(64) NOT NULL,
    partition_number INT         NOT NULL,
    from_customer    VARCHAR(64) NOT NULL,
    to_customer      VARCHAR(64) NULL,
    PRIMARY KEY (run_id, step, partition_number)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- How far each partition of a step is. Written in the transaction of the rows that it speaks of, because Spring Batch's own
-- execution context is also saved after a commit that failed, and is then ahead of the rows.
CREATE TABLE run_progress (
    run_id           BIGINT        NOT NULL,
    step             VARCHAR(64)   NOT NULL,
    partition_number INT           NOT NULL,
    name             VARCHAR(64)   NOT NULL,
    value            VARCHAR(256)  NOT NULL,
    PRIMARY KEY (run_id, step, partition_number, name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
