-- Closures: the days on which the whole shop was shut, as runs froze them; and since when a day without a line is confirmed.

CREATE TABLE run_closure (
    run_id    BIGINT  NOT NULL,
    from_date DATE    NOT NULL,
    to_date   DATE    NOT NULL COMMENT 'inclusive',
    found     BOOLEAN NOT NULL COMMENT 'TRUE: found in the lines; FALSE: configured',
    PRIMARY KEY (run_id, from_date, to_date, found)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

ALTER TABLE run
    ADD COLUMN confirmed_at   DATETIME(3) NULL COMMENT 'in UTC; NULL where no day was confirmed, or by an earlier version',
    ADD COLUMN confirmed_date DATE        NULL
        COMMENT 'the business date whose confirmation covers this one too; NULL where this one was confirmed itself';

ALTER TABLE score_publication
    ADD COLUMN day_note VARCHAR(1024) NULL COMMENT 'who confirmed the day, or that it is a configured closure; NULL for a usual day';
