-- What comes in: the landed lines, the small feeds beside them, and what was refused.

CREATE TABLE import_file (
    import_id      BIGINT       NOT NULL AUTO_INCREMENT,
    kind           VARCHAR(16)  NOT NULL,
    file_name      VARCHAR(255) NOT NULL,
    started_at     DATETIME(3)  NOT NULL,
    finished_at    DATETIME(3)  NULL,
    lines_read     BIGINT       NOT NULL DEFAULT 0,
    landed         BIGINT       NOT NULL DEFAULT 0,
    already_landed BIGINT       NOT NULL DEFAULT 0,
    rejected       BIGINT       NOT NULL DEFAULT 0,
    PRIMARY KEY (import_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE transaction_line (
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
    import_id      BIGINT         NOT NULL,
    PRIMARY KEY (business_date, customer_id, transaction_id, line_key),
    UNIQUE KEY transaction_line_by_key (transaction_id, line_key)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The input contract. Point it at tables of your own with CREATE OR REPLACE VIEW (sql/examples has shapes).
-- business_date may be left out; where it is there, an index on (business_date, customer_id) spares a sort.
CREATE VIEW source_transaction AS
SELECT transaction_id, line_key, customer_id, occurred_at, type, amount, currency, quantity, discount,
       category, product, store, channel, business_date
FROM transaction_line;

CREATE TABLE import_rejection (
    import_id   BIGINT       NOT NULL,
    line_number BIGINT       NOT NULL COMMENT 'in the file, the header being line 1; where a record spans lines, its first',
    reason      VARCHAR(40)  NOT NULL,
    detail      VARCHAR(255) NOT NULL COMMENT 'the column and what is wrong with it',
    line        MEDIUMTEXT   NOT NULL COMMENT 'the line as it came',
    PRIMARY KEY (import_id, line_number),
    KEY import_rejection_by_reason (reason)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE fx_rate (
    currency  CHAR(3)         NOT NULL,
    rate_date DATE            NOT NULL,
    rate      DECIMAL(20, 10) NOT NULL COMMENT 'reporting units for one unit',
    PRIMARY KEY (currency, rate_date)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE referral (
    referrer_customer_id VARCHAR(64) NOT NULL,
    referred_customer_id VARCHAR(64) NOT NULL,
    referred_on          DATE        NOT NULL,
    PRIMARY KEY (referred_customer_id, referrer_customer_id),
    KEY referral_by_referrer (referrer_customer_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE service_incident (
    incident_id VARCHAR(64) NOT NULL,
    customer_id VARCHAR(64) NOT NULL,
    occurred_at DATETIME(3) NOT NULL,
    kind        VARCHAR(64) NOT NULL,
    PRIMARY KEY (incident_id),
    KEY service_incident_by_customer (customer_id, occurred_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What the first run fixes for good: zone, reporting currency, horizon.
CREATE TABLE setting (
    name  VARCHAR(64)  NOT NULL,
    value VARCHAR(255) NOT NULL,
    PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
