-- Partitions that are worked on by several processes, on one machine or many, and what each of them is.

-- The partitions that a manager offers, and who works on them. A row is of the present lease: the next one takes its place.
CREATE TABLE run_claim (
    run_id            BIGINT        NOT NULL,
    step              VARCHAR(64)   NOT NULL,
    partition_number  INT           NOT NULL,
    lease_token       BIGINT        NOT NULL COMMENT 'the lease that the offer is good under',
    step_execution_id BIGINT        NOT NULL COMMENT 'the row of Spring Batch that whoever works on the partition carries on',
    state             VARCHAR(10)   NOT NULL COMMENT 'OFFERED, TAKEN, STOPPING, DONE, FAILED, WITHDRAWN',
    claim_number      BIGINT        NOT NULL COMMENT 'grows by one each time the partition is taken or withdrawn; commits under an older number are refused',
    attempts          INT           NOT NULL COMMENT 'how often it was taken, without those who gave it back because they were asked to stop',
    worker_id         BIGINT        NULL COMMENT 'the worker that took it last; NULL for the manager',
    worker            VARCHAR(128)  NULL COMMENT 'the process and machine that took it last',
    taken_at          DATETIME(3)   NULL COMMENT 'in UTC',
    expires_at        DATETIME(3)   NULL COMMENT 'when others may take it over unless its holder gives another sign, in UTC, by the clock of the database',
    failure_code      INT           NULL COMMENT 'the exit code of its last failure',
    failure           VARCHAR(1024) NULL COMMENT 'its last failure in a sentence',
    PRIMARY KEY (run_id, step, partition_number)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The processes of 'allegiance worker'.
CREATE TABLE run_worker (
    worker_id   BIGINT       NOT NULL AUTO_INCREMENT,
    name        VARCHAR(128) NOT NULL COMMENT 'the process and its machine',
    build_id    VARCHAR(64)  NOT NULL,
    threads     INT          NOT NULL COMMENT 'partitions that it works on at once',
    connections INT          NOT NULL COMMENT 'the most connections to the database that it opens',
    started_at  DATETIME(3)  NOT NULL COMMENT 'in UTC',
    seen_at     DATETIME(3)  NOT NULL COMMENT 'its last sign of life, in UTC; the row is deleted a day after it',
    PRIMARY KEY (worker_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
