-- Imports that were taken back, and orders that were cancelled.

ALTER TABLE import_file
    ADD COLUMN replaced BIGINT NULL
        COMMENT 'with --replace, earlier rows that it replaced; NULL of imports of before this was kept',
    ADD COLUMN cancelled BIGINT NOT NULL DEFAULT 0 COMMENT 'its lines of orders that are cancelled',
    ADD COLUMN undo_started_at DATETIME(3) NULL COMMENT 'in the configured zone; NULL unless import --undo was begun',
    ADD COLUMN undone_at DATETIME(3) NULL COMMENT 'in the configured zone, when all of it was taken back',
    ADD COLUMN undone_by VARCHAR(128) NULL,
    ADD COLUMN undone_reason VARCHAR(512) NULL,
    ADD COLUMN undone_rows BIGINT NOT NULL DEFAULT 0 COMMENT 'rows that were taken back so far',
    ADD COLUMN undone_after_run BIGINT NULL
        COMMENT 'the newest run when the import was taken back: it and those before it start again unless published';

-- Which import a row is of; NULL for rows of before this was kept, and for those that are written by others.
ALTER TABLE fx_rate
    ADD COLUMN import_id BIGINT NULL,
    ADD KEY fx_rate_by_import (import_id);

ALTER TABLE referral
    ADD COLUMN import_id BIGINT NULL,
    ADD KEY referral_by_import (import_id);

ALTER TABLE service_incident
    ADD COLUMN import_id BIGINT NULL,
    ADD KEY service_incident_by_import (import_id);

ALTER TABLE feed_manifest
    ADD COLUMN import_id BIGINT NULL,
    ADD KEY feed_manifest_by_import (import_id);

-- The transactions that a line of type CANCELLED took back.
CREATE TABLE cancelled_transaction (
    transaction_id VARCHAR(64) NOT NULL,
    import_id      BIGINT      NOT NULL COMMENT 'the import of the line that cancelled it',
    PRIMARY KEY (transaction_id),
    KEY cancelled_transaction_by_import (import_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The lines of cancelled transactions, which no night reads. They return to transaction_line when the import of the
-- cancellation is taken back.
CREATE TABLE cancelled_line (
    business_date  DATE           NOT NULL,
    customer_id    VARCHAR(64)    NOT NULL COMMENT 'empty for an anonymous sale',
    transaction_id VARCHAR(64)    NOT NULL,
    line_key       VARCHAR(64)    NOT NULL,
    occurred_at    DATETIME(3)    NOT NULL COMMENT 'in the configured zone',
    type           VARCHAR(8)     NOT NULL COMMENT 'PURCHASE or RETURN',
    amount         DECIMAL(19, 4) NULL,
    currency       CHAR(3)        NULL,
    quantity       DECIMAL(12, 3) NULL,
    discount       DECIMAL(19, 4) NULL,
    category       VARCHAR(64)    NULL,
    product        VARCHAR(64)    NULL,
    store          VARCHAR(64)    NULL,
    channel        VARCHAR(64)    NULL,
    content_hash   BINARY(16)     NOT NULL,
    import_id      BIGINT         NOT NULL COMMENT 'the import of the line itself',
    PRIMARY KEY (transaction_id, line_key),
    KEY cancelled_line_by_import (import_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
