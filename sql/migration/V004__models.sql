-- What was fitted.

CREATE TABLE model_version (
    model_version VARCHAR(48)  NOT NULL COMMENT 'as-of date and content hash',
    as_of         DATE         NOT NULL,
    state         VARCHAR(12)  NOT NULL COMMENT 'ACTIVE or KEPT',
    registered    BIGINT       NOT NULL COMMENT 'order of registration',
    code_version  VARCHAR(64)  NOT NULL,
    document      MEDIUMTEXT   NOT NULL COMMENT 'as JSON: parameters, data window, diagnostics',
    registered_at DATETIME(3)  NOT NULL,
    PRIMARY KEY (model_version),
    KEY model_version_by_date (as_of, registered)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
