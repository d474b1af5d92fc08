-- Past publications against what happened: once the horizon of a publication has passed, training records how good it was.

ALTER TABLE score_publication
    ADD COLUMN mean_churn_low  DECIMAL(7, 6) NULL
        COMMENT 'lower end of the interval of the mean churn probability; NULL where the model has none',
    ADD COLUMN mean_churn_high DECIMAL(7, 6) NULL COMMENT 'its upper end';

CREATE TABLE publication_outcome (
    publication       BIGINT        NOT NULL,
    group_kind        VARCHAR(12)   NOT NULL COMMENT 'ALL, SEGMENT, BAND or FREQUENCY',
    group_name        VARCHAR(32)   NOT NULL COMMENT 'ALL, a segment, a churn band, or a range of repeat purchases',
    score_date        DATE          NOT NULL,
    model_version     VARCHAR(48)   NULL,
    horizon_days      INT           NULL COMMENT 'H of its model; NULL where there is a reason',
    customers         BIGINT        NOT NULL COMMENT 'those compared, at most 100,000',
    churned           BIGINT        NOT NULL COMMENT 'those of them without a purchase day in the H days after score_date',
    mean_churn        DECIMAL(7, 6) NULL COMMENT 'mean of their churn probabilities',
    observed_churn    DECIMAL(7, 6) NULL COMMENT 'churned / customers; NULL below 30 customers, and so the next three',
    log_loss          DECIMAL(9, 6) NULL COMMENT 'in nats',
    calibration_error DECIMAL(7, 6) NULL COMMENT 'of ALL alone',
    level_error       DECIMAL(9, 6) NULL COMMENT 'logit of observed_churn - logit of mean_churn; of ALL alone',
    within_interval   BOOLEAN       NULL COMMENT 'of ALL alone: observed_churn is in the interval of the publication',
    reason            VARCHAR(255)  NULL COMMENT 'why there are no figures',
    as_of             DATE          NOT NULL COMMENT 'as-of date of the training that recorded it',
    run_id            BIGINT        NOT NULL COMMENT 'the run of that training',
    PRIMARY KEY (publication, group_kind, group_name),
    KEY publication_outcome_by_date (group_kind, score_date)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
