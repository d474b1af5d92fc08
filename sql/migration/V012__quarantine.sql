-- Refused lines that wait: what it takes to try them again, and how each of them was closed. Lines of before this version
-- have no header; they are listed, and closed when their file is imported again.

ALTER TABLE import_file
    ADD COLUMN header MEDIUMTEXT NULL COMMENT 'the first line as it came; NULL of files of before this was kept',
    ADD COLUMN content_sum BIGINT NULL COMMENT 'sum of a hash of what each accepted line says, blind to their order';

ALTER TABLE import_rejection
    ADD COLUMN transaction_id VARCHAR(64) NULL
        COMMENT 'where the line tells it; of the small feeds the first part of the key',
    ADD COLUMN line_key VARCHAR(64) NULL COMMENT 'likewise; NULL where it would be made of what the line says',
    ADD COLUMN text_hash BINARY(16) NULL COMMENT 'of kind, header and line: the same line refused again has the same',
    ADD COLUMN whole BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'whether the line is kept byte for byte: else it cannot be tried again',
    ADD COLUMN closed_at DATETIME(3) NULL COMMENT 'UTC; NULL while the line waits',
    ADD COLUMN closed_how VARCHAR(16) NULL COMMENT 'REPLAYED, LANDED, REPLACED, CORRECTED or REFUSED_AGAIN',
    ADD COLUMN closed_by BIGINT NULL COMMENT 'the import that closed it; NULL for a replay',
    ADD KEY import_rejection_waiting (closed_at, import_id, line_number),
    ADD KEY import_rejection_by_key (transaction_id, line_key),
    ADD KEY import_rejection_by_text (text_hash);

-- Days that the next night reads again whatever their totals say: a rate changed, or their refused lines are to be tried
-- again. A run that was begun before the mark may have read the day before it, so only a later one takes the mark away.
CREATE TABLE business_day_again (
    business_date DATE   NOT NULL,
    after_run     BIGINT NOT NULL COMMENT 'the newest run when the day was marked, 0 for none',
    PRIMARY KEY (business_date)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
