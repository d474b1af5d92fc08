-- What is published. Rows of a publication lie in one slot, a partition of its own, and are never updated: publishing
-- moves one pointer row, and a slot is emptied by truncating its partition.

CREATE TABLE customer_score (
    slot                SMALLINT       NOT NULL,
    customer_id         VARCHAR(64)    NOT NULL,
    score_date          DATE           NOT NULL,
    model_version       VARCHAR(48)    NULL,
    segment             VARCHAR(32)    NOT NULL,
    previous_segment    VARCHAR(32)    NULL,
    segment_since       DATE           NOT NULL,
    recency_score       TINYINT        NULL,
    frequency_score     TINYINT        NULL,
    monetary_score      TINYINT        NULL,
    churn_probability   DECIMAL(7, 6)  NULL,
    churn_band          VARCHAR(8)     NULL,
    probability_alive   DECIMAL(7, 6)  NULL,
    expected_purchases  DECIMAL(12, 6) NULL,
    expected_spend      DECIMAL(19, 4) NULL,
    expected_value      DECIMAL(19, 4) NULL,
    value_at_risk       DECIMAL(19, 4) NULL,
    loyalty_score       DECIMAL(5, 2)  NULL,
    repeat_score        DECIMAL(5, 2)  NULL,
    volume_score        DECIMAL(5, 2)  NULL,
    breadth_score       DECIMAL(5, 2)  NULL,
    commitment_score    DECIMAL(5, 2)  NULL,
    advocacy_score      DECIMAL(5, 2)  NULL,
    forgiveness_score   DECIMAL(5, 2)  NULL,
    spend_growth_score  DECIMAL(5, 2)  NULL,
    brand_score         DECIMAL(5, 2)  NULL,
    next_best_category  VARCHAR(64)    NULL,
    reason_1            VARCHAR(32)    NULL,
    reason_2            VARCHAR(32)    NULL,
    reason_3            VARCHAR(32)    NULL,
    eligibility         VARCHAR(12)    NOT NULL,
    PRIMARY KEY (slot, customer_id),
    KEY customer_score_by_segment (slot, segment, churn_probability)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
PARTITION BY LIST (slot) (
    PARTITION slot_00 VALUES IN (0),
    PARTITION slot_01 VALUES IN (1),
    PARTITION slot_02 VALUES IN (2),
    PARTITION slot_03 VALUES IN (3),
    PARTITION slot_04 VALUES IN (4),
    PARTITION slot_05 VALUES IN (5),
    PARTITION slot_06 VALUES IN (6),
    PARTITION slot_07 VALUES IN (7),
    PARTITION slot_08 VALUES IN (8),
    PARTITION slot_09 VALUES IN (9),
    PARTITION slot_10 VALUES IN (10),
    PARTITION slot_11 VALUES IN (11),
    PARTITION slot_12 VALUES IN (12),
    PARTITION slot_13 VALUES IN (13),
    PARTITION slot_14 VALUES IN (14),
    PARTITION slot_15 VALUES IN (15),
    PARTITION slot_16 VALUES IN (16),
    PARTITION slot_17 VALUES IN (17),
    PARTITION slot_18 VALUES IN (18),
    PARTITION slot_19 VALUES IN (19),
    PARTITION slot_20 VALUES IN (20),
    PARTITION slot_21 VALUES IN (21),
    PARTITION slot_22 VALUES IN (22),
    PARTITION slot_23 VALUES IN (23),
    PARTITION slot_24 VALUES IN (24),
    PARTITION slot_25 VALUES IN (25),
    PARTITION slot_26 VALUES IN (26),
    PARTITION slot_27 VALUES IN (27),
    PARTITION slot_28 VALUES IN (28),
    PARTITION slot_29 VALUES IN (29),
    PARTITION slot_30 VALUES IN (30),
    PARTITION slot_31 VALUES IN (31),
    PARTITION slot_32 VALUES IN (32),
    PARTITION slot_33 VALUES IN (33),
    PARTITION slot_34 VALUES IN (34),
    PARTITION slot_35 VALUES IN (35),
    PARTITION slot_36 VALUES IN (36),
    PARTITION slot_37 VALUES IN (37),
    PARTITION slot_38 VALUES IN (38),
    PARTITION slot_39 VALUES IN (39),
    PARTITION slot_40 VALUES IN (40),
    PARTITION slot_41 VALUES IN (41),
    PARTITION slot_42 VALUES IN (42),
    PARTITION slot_43 VALUES IN (43),
    PARTITION slot_44 VALUES IN (44),
    PARTITION slot_45 VALUES IN (45),
    PARTITION slot_46 VALUES IN (46),
    PARTITION slot_47 VALUES IN (47),
    PARTITION slot_48 VALUES IN (48),
    PARTITION slot_49 VALUES IN (49),
    PARTITION slot_50 VALUES IN (50),
    PARTITION slot_51 VALUES IN (51),
    PARTITION slot_52 VALUES IN (52),
    PARTITION slot_53 VALUES IN (53),
    PARTITION slot_54 VALUES IN (54),
    PARTITION slot_55 VALUES IN (55),
    PARTITION slot_56 VALUES IN (56),
    PARTITION slot_57 VALUES IN (57),
    PARTITION slot_58 VALUES IN (58),
    PARTITION slot_59 VALUES IN (59),
    PARTITION slot_60 VALUES IN (60),
    PARTITION slot_61 VALUES IN (61),
    PARTITION slot_62 VALUES IN (62),
    PARTITION slot_63 VALUES IN (63)
);

CREATE TABLE score_slot (
    slot   SMALLINT   NOT NULL,
    state  VARCHAR(8) NOT NULL COMMENT 'FREE: empty; TAKEN: written by run_id; SPENT: to be emptied by maintain',
    run_id BIGINT     NULL,
    PRIMARY KEY (slot)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO score_slot (slot, state) VALUES
(0, 'FREE'),(1, 'FREE'),(2, 'FREE'),(3, 'FREE'),(4, 'FREE'),(5, 'FREE'),(6, 'FREE'),(7, 'FREE'),(8, 'FREE'),(9, 'FREE'),(10, 'FREE'),(11, 'FREE'),(12, 'FREE'),(13, 'FREE'),(14, 'FREE'),(15, 'FREE'),(16, 'FREE'),(17, 'FREE'),(18, 'FREE'),(19, 'FREE'),(20, 'FREE'),(21, 'FREE'),(22, 'FREE'),(23, 'FREE'),(24, 'FREE'),(25, 'FREE'),(26, 'FREE'),(27, 'FREE'),(28, 'FREE'),(29, 'FREE'),(30, 'FREE'),(31, 'FREE'),(32, 'FREE'),(33, 'FREE'),(34, 'FREE'),(35, 'FREE'),(36, 'FREE'),(37, 'FREE'),(38, 'FREE'),(39, 'FREE'),(40, 'FREE'),(41, 'FREE'),(42, 'FREE'),(43, 'FREE'),(44, 'FREE'),(45, 'FREE'),(46, 'FREE'),(47, 'FREE'),(48, 'FREE'),(49, 'FREE'),(50, 'FREE'),(51, 'FREE'),(52, 'FREE'),(53, 'FREE'),(54, 'FREE'),(55, 'FREE'),(56, 'FREE'),(57, 'FREE'),(58, 'FREE'),(59, 'FREE'),(60, 'FREE'),(61, 'FREE'),(62, 'FREE'),(63, 'FREE');

CREATE TABLE score_publication (
    publication    BIGINT        NOT NULL,
    score_date     DATE          NOT NULL,
    run_id         BIGINT        NOT NULL,
    slot           SMALLINT      NOT NULL,
    model_version  VARCHAR(48)   NULL,
    customers      BIGINT        NOT NULL,
    scored         BIGINT        NOT NULL,
    score_digest   CHAR(32)      NOT NULL,
    row_digest     CHAR(32)      NOT NULL,
    published_at   DATETIME(3)   NOT NULL,
    good_until     DATETIME(3)   NOT NULL,
    forced_by      VARCHAR(128)  NULL,
    forced_reason  VARCHAR(512)  NULL,
    rolled_back_at DATETIME(3)   NULL,
    rolled_back_by VARCHAR(128)  NULL,
    rolled_back_reason VARCHAR(512) NULL,
    retained       BOOLEAN       NOT NULL DEFAULT TRUE COMMENT 'FALSE once its slot was emptied',
    PRIMARY KEY (publication),
    KEY score_publication_by_date (score_date, publication),
    UNIQUE KEY score_publication_by_run (run_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The one row that readers follow.
CREATE TABLE score_pointer (
    one         TINYINT  NOT NULL DEFAULT 1,
    publication BIGINT   NULL,
    slot        SMALLINT NULL,
    PRIMARY KEY (one)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO score_pointer (one, publication, slot) VALUES (1, NULL, NULL);

CREATE TABLE segment_change (
    sequence     BIGINT      NOT NULL AUTO_INCREMENT,
    publication  BIGINT      NOT NULL,
    customer_id  VARCHAR(64) NOT NULL,
    from_segment VARCHAR(32) NULL,
    to_segment   VARCHAR(32) NOT NULL,
    changed_on   DATE        NOT NULL,
    PRIMARY KEY (sequence),
    KEY segment_change_by_customer (customer_id, sequence)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE segment_summary (
    publication            BIGINT         NOT NULL,
    segment                VARCHAR(32)    NOT NULL,
    score_date             DATE           NOT NULL,
    customers              BIGINT         NOT NULL,
    mean_churn_probability DECIMAL(7, 6)  NULL,
    value_at_risk          DECIMAL(24, 4) NULL,
    expected_value         DECIMAL(24, 4) NULL,
    PRIMARY KEY (publication, segment)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE VIEW current_customer_score AS
SELECT s.customer_id, s.score_date, s.model_version, s.segment, s.previous_segment, s.segment_since, s.recency_score,
       s.frequency_score, s.monetary_score, s.churn_probability, s.churn_band, s.probability_alive,
       s.expected_purchases, s.expected_spend, s.expected_value, s.value_at_risk, s.loyalty_score,
       s.repeat_score, s.volume_score, s.breadth_score, s.commitment_score, s.advocacy_score,
       s.forgiveness_score, s.spend_growth_score, s.brand_score, s.next_best_category, s.reason_1, s.reason_2,
       s.reason_3, s.eligibility
FROM score_pointer p
JOIN customer_score s ON s.slot = p.slot
WHERE p.one = 1;

CREATE VIEW customer_score_history AS
SELECT b.publication,
       s.customer_id, s.score_date, s.model_version, s.segment, s.previous_segment, s.segment_since, s.recency_score,
       s.frequency_score, s.monetary_score, s.churn_probability, s.churn_band, s.probability_alive,
       s.expected_purchases, s.expected_spend, s.expected_value, s.value_at_risk, s.loyalty_score,
       s.repeat_score, s.volume_score, s.breadth_score, s.commitment_score, s.advocacy_score,
       s.forgiveness_score, s.spend_growth_score, s.brand_score, s.next_best_category, s.reason_1, s.reason_2,
       s.reason_3, s.eligibility
FROM score_publication b
JOIN customer_score s ON s.slot = b.slot
WHERE b.retained;
